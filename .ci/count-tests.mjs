/**
 * What a vitest JSON report amounts to. A file that did not load, a skipped test, a run without tests and
 * an exit code nobody explains are failures: green must mean that everything ran.
 * @returns {{ passed: number, failures: string[] }}
 */
export function countTests(report, exitCode) {
  if (!report) return { passed: 0, failures: [`vitest ended with code ${exitCode} and left no report`] }
  let passed = 0
  const failures = []
  for (const file of report.testResults) {
    const failedBefore = failures.length
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failures.push(`${file.name}: ${test.fullName}`)
      else failures.push(`${file.name}: ${test.fullName} did not run (${test.status})`)
    }
    if (file.status === 'failed' && failures.length === failedBefore) {
      failures.push(`${file.name}: ${firstLine(file.message) || 'did not load'}`)
    }
  }
  if (passed === 0 && failures.length === 0) failures.push('no test ran')
  if (exitCode !== 0 && failures.length === 0) {
    failures.push(`vitest ended with code ${exitCode}: an error outside the tests, see above`)
  }
  return { passed, failures }
}

function firstLine(message) {
  return (message ?? '').split('\n')[0]
}

import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { packageDirectory } from './package-files.ts'

const { countTests } = z
  .object({
    countTests: z.function({
      input: [z.unknown(), z.number()],
      output: z.object({ passed: z.number(), failures: z.array(z.string()) }),
    }),
  })
  .parse(await import(`${packageDirectory}/.ci/count-tests.mjs`))

describe('a run of the tests', () => {
  it('is green when every test passed', () => {
    expect(countTests(report({ statuses: ['passed', 'passed'] }), 0)).toEqual({ passed: 2, failures: [] })
  })

  it('names each failed test', () => {
    expect(countTests(report({ statuses: ['passed', 'failed'] }), 1)).toEqual({
      passed: 1,
      failures: ['a.test.ts: test 2'],
    })
  })

  it('fails for a test that was skipped or left for later', () => {
    expect(countTests(report({ statuses: ['passed', 'skipped', 'todo'] }), 0).failures).toEqual([
      'a.test.ts: test 2 did not run (skipped)',
      'a.test.ts: test 3 did not run (todo)',
    ])
  })

  it('fails for a file that did not load', () => {
    const broken = report({ statuses: [], fileStatus: 'failed', message: 'Cannot find module x\n at y' })

    expect(countTests(broken, 1).failures).toEqual(['a.test.ts: Cannot find module x'])
  })

  it('fails when no test ran', () => {
    expect(countTests({ testResults: [] }, 0).failures).toEqual(['no test ran'])
  })

  it('fails for a crash that left no report', () => {
    expect(countTests(null, 139)).toEqual({
      passed: 0,
      failures: ['vitest ended with code 139 and left no report'],
    })
  })

  it('fails for an error outside the tests', () => {
    expect(countTests(report({ statuses: ['passed'] }), 1).failures).toEqual([
      'vitest ended with code 1: an error outside the tests, see above',
    ])
  })
})

function report({ statuses, fileStatus = 'passed', message = '' }: ReportOptions) {
  const assertionResults = statuses.map((status, index) => ({ status, fullName: `test ${index + 1}` }))
  return { testResults: [{ name: 'a.test.ts', status: fileStatus, message, assertionResults }] }
}

type ReportOptions = { statuses: string[]; fileStatus?: string; message?: string }

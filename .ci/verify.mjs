// Everything that must hold before a change lands. Each gate is one check; the last line says
// "N passed, N failed" over gates and tests together.
/* global AbortController */
import { execFileSync, spawn } from 'node:child_process'
import { Buffer } from 'node:buffer'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { fileURLToPath } from 'node:url'
import { ensureBrowser } from './browser.mjs'
import { countTests } from './count-tests.mjs'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const gates = [
  { name: 'format', command: ['prettier', '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: ['eslint', '.', '--max-warnings', '0'] },
  { name: 'types: server, jobs, tests', command: ['tsc', '-p', 'tsconfig.json'] },
  { name: 'types: client', command: ['tsc', '-p', 'client/tsconfig.json'] },
  { name: 'build: client', command: ['vite', 'build', 'client', '--logLevel', 'warn'] },
  // Its types are among those checked above.
  { name: 'build: server', command: ['tsc', '-p', 'tsconfig.build.json', '--noCheck'] },
]
const GATES_AT_ONCE = 2
/** A test that never ends must not look like one that is still running. */
const LONGEST_RUN_MS = 30 * 60_000

const stop = new AbortController()
for (const name of ['SIGINT', 'SIGTERM']) process.once(name, () => stop.abort())

let passed = 0
const failures = []

try {
  execFileSync(process.execPath, [join(root, '.ci', 'prepare.mjs')], { stdio: 'inherit' })
  const browser = ensureBrowser()
  const waiting = [...gates]
  await Promise.all(Array.from({ length: GATES_AT_ONCE }, () => runGates(waiting)))
  const isBuilt = !failures.some((name) => name.startsWith('build'))
  await runTests({ CHROMIUM_PATH: browser, ...(isBuilt && { CUTOVER_BUILT: 'yes' }) })
} catch (error) {
  failures.push(error.message)
}

if (failures.length > 0) console.log(`\nFailed:\n${failures.map((failure) => `  - ${failure}`).join('\n')}`)
process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${failures.length} failed`)

async function runGates(waiting) {
  for (let gate = waiting.shift(); gate; gate = waiting.shift()) {
    const started = performance.now()
    const { code, output } = await run(gate.command, 'collect')
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${code === 0 ? 'passed' : 'FAILED'}  ${gate.name} (${seconds} s)`)
    if (code === 0) passed++
    else {
      failures.push(gate.name)
      console.log(output)
    }
  }
}

async function runTests(environment) {
  const directory = mkdtempSync(join(tmpdir(), 'cutover-verify-'))
  const file = join(directory, 'report.json')
  const command = ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await run(command, 'show', environment)
  const counted = countTests(readReport(file), code)
  rmSync(directory, { recursive: true, force: true })
  passed += counted.passed
  failures.push(...counted.failures)
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return null
  }
}

/** Runs a tool of this package; `show` lets its output through, `collect` keeps it for a failure. */
function run([tool, ...args], output, environment = {}) {
  return new Promise((resolve) => {
    const collected = []
    const child = spawn(join(root, 'node_modules', '.bin', tool), args, {
      cwd: root,
      env: { ...process.env, ...environment },
      stdio: output === 'show' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      timeout: LONGEST_RUN_MS,
      signal: stop.signal,
    })
    child.stdout?.on('data', (chunk) => collected.push(chunk))
    child.stderr?.on('data', (chunk) => collected.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(collected).toString() }))
  })
}

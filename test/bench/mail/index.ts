import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Database } from '../../../server/store/database.ts'
import { inTransaction } from '../../../server/store/database.ts'
import { writeSetting } from '../../../server/store/settings.ts'
import { buildProgram, root, startProgram } from '../../support/built-program.ts'
import { mailAccount } from './mail-account.ts'

const RECIPIENTS = Number(process.env.BENCH_MAIL_RECIPIENTS ?? 10_000)
const BETWEEN_QUESTIONS_MS = 20
const QUIET_MS = 5_000

type Sending = {
  sent: number
  runs: number
  seconds: number
  processorSeconds: number
  bytes: number
  heapMegabytes: number[]
  rssMegabytes: number
}

/** One report to ten thousand addresses: what it takes, and what the web process beside it notices. */
export async function mail(): Promise<string[]> {
  const problems = buildProgram()
  if (problems !== '') console.warn(problems)
  const sink = await startSink()
  const { db, config, environment, remove } = mailAccount(RECIPIENTS, sink.port)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const web = startProgram('server/main.js', [], {
    ...environment,
    PORT: String(port),
    PUBLIC_URL: url,
    CUTOVER_JOBS: 'off',
  })
  try {
    await untilHealthy(url)
    const quiet = await delaysWhile(url, db, () => wait(QUIET_MS))
    let sending: Sending | null = null
    const busy = await delaysWhile(url, db, async () => {
      sending = await send(JSON.stringify(config))
    })
    if (sending === null) throw new Error('the mails are sent while delays are measured')
    return [...sendingLines(sending), ...delayLines(quiet, busy)]
  } finally {
    web.child.kill('SIGTERM')
    await web.ended
    sink.end()
    remove()
  }
}

async function send(config: string): Promise<Sending> {
  const program = ['--expose-gc', 'dist/test/bench/mail/sending-process.js', config]
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root })
  return JSON.parse(stdout) as Sending
}

function sendingLines({ sent, runs, bytes, heapMegabytes, rssMegabytes, ...time }: Sending): string[] {
  const early = heapMegabytes[1] ?? heapMegabytes[0]
  const late = heapMegabytes[heapMegabytes.length - 1]
  return [
    `${sent.toLocaleString('en')} mails of ${(bytes / sent / 1024).toFixed(0)} kB in ${time.seconds.toFixed(0)} s, ${runs} runs: ${(sent / time.seconds).toFixed(0)} a second, ${(sent / time.processorSeconds).toFixed(0)} for a second of processor time`,
    `Heap after 1,000 mails ${early.toFixed(1)} MB, after ${sent.toLocaleString('en')} ${late.toFixed(1)} MB: ${(late / early).toFixed(2)} times; ${rssMegabytes.toFixed(0)} MB in memory at the end`,
  ]
}

type Delays = { answers: number[]; writes: number[] }

function delayLines(quiet: Delays, busy: Delays): string[] {
  const line = (what: string, kind: keyof Delays) =>
    [0.5, 0.99, 1]
      .map((share) => [share, quantileOf(quiet[kind], share), quantileOf(busy[kind], share)])
      .map(
        ([share, before, during], i) =>
          `${i === 0 ? `${what}: ` : ''}${share === 1 ? 'longest' : `p${share * 100}`} ${during.toFixed(1)} ms against ${before.toFixed(1)} ms (${(during / before).toFixed(1)} times)`,
      )
      .join(', ')
  return [
    'Beside it, against the quiet machine:',
    `  ${line('an answer of the web process', 'answers')}`,
    `  ${line('a write of another process', 'writes')}`,
  ]
}

/** How long answers of the web process and writes to its database take meanwhile, in milliseconds. */
async function delaysWhile(url: string, db: Database, work: () => Promise<void>): Promise<Delays> {
  const delays: Delays = { answers: [], writes: [] }
  let isDone = false
  const working = work().finally(() => (isDone = true))
  while (!isDone) {
    const asked = performance.now()
    await (await fetch(`${url}/readyz`)).text()
    delays.answers.push(performance.now() - asked)
    const written = performance.now()
    inTransaction(db, () => writeSetting(db, 'bench', String(written), 0))
    delays.writes.push(performance.now() - written)
    await wait(BETWEEN_QUESTIONS_MS)
  }
  await working
  return delays
}

function quantileOf(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]
}

async function startSink(): Promise<{ port: number; end(): void }> {
  const file = fileURLToPath(new URL('sink-process.ts', import.meta.url))
  const child = spawn(process.execPath, ['--import', 'tsx', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(line.toString()), end: () => child.kill() }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  return port
}

async function untilHealthy(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const answer = await fetch(`${url}/healthz`).catch(() => null)
    if (answer?.ok) return
    await wait(100)
  }
  throw new Error('the web process does not answer')
}

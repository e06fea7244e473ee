import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Context } from '../server/context.ts'
import { createContext } from '../server/context.ts'
import { commandFolder, loadEnvironmentFile, readConfig } from '../server/platform/config.ts'
import { InvalidRequestError } from '../server/platform/problem.ts'
import { finishJobRequest, readJobRequest, requestJob } from '../server/store/job-requests.ts'
import { closeAbandonedRuns } from '../server/store/job-runs.ts'
import { checkJobOptions } from './job-options.ts'
import { JobsLease } from './lease.ts'
import type { JobOutcome } from './run-job.ts'
import { runJob, taskOf } from './run-job.ts'
import { exitOnConfigurationError, stopSignal } from './stopping.ts'
import type { JobOptions, Task } from './task.ts'
import { tasks } from './tasks.ts'

type Ended = { outcome: string; message: string | null; summary: unknown }

const POLL_MS = 300
const usage =
  'which job? npm run job -- <name> [--from YYYY-MM-DD] [--to YYYY-MM-DD] [options of the job]; npm run job -- list names them'

/** `npm run job -- <name> [--from DAY] [--to DAY] [options of the job]`: one job to its end; the last line printed is JSON. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { from: { type: 'string' }, to: { type: 'string' }, ...ownOptions() },
  })
  const [name] = positionals
  if (name === undefined) throw new InvalidRequestError(usage)
  if (name === 'list') {
    for (const task of tasks) console.log(`${task.name.padEnd(28)}${task.purpose}`)
    return
  }
  const task = taskOf(name)
  const options = withWholePaths(task, checkJobOptions(task, values))
  loadEnvironmentFile()
  const ctx = createContext(readConfig(), 'job')
  const { outcome, message, summary } = await runToItsEnd(ctx, task, options, stopSignal())
  console.log(JSON.stringify({ job: name, outcome, message, summary }))
  if (outcome !== 'ok') process.exitCode = 1
  ctx.db.close()
}

/** What any of the jobs takes; whether this one does is checked with its values. */
function ownOptions(): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    tasks.flatMap(({ options = {} }) =>
      Object.entries(options).map(([name, { kind }]) => [
        name,
        { type: kind === 'flag' ? 'boolean' : 'string' },
      ]),
    ),
  )
}

/** Paths are meant from where the command was typed; the process that does the work may stand elsewhere. */
function withWholePaths({ options: own = {} }: Task, options: JobOptions): JobOptions {
  const whole = { ...options }
  for (const [name, value] of Object.entries(options)) {
    if (own[name]?.kind === 'path' && typeof value === 'string') whole[name] = resolve(commandFolder(), value)
  }
  return whole
}

/** Runs the job under a lease of our own, or asks the process that holds the lease for it. */
async function runToItsEnd(ctx: Context, task: Task, options: JobOptions, stop: AbortSignal): Promise<Ended> {
  const ended = await runUnderLease(ctx, task, options, stop)
  if (ended) return ended
  const id = requestJob(ctx.db, {
    name: task.name,
    options,
    requestedBy: 'command line',
    now: ctx.clock.now(),
  })
  while (!stop.aborted) {
    const request = readJobRequest(ctx.db, id)
    if (request?.outcome)
      return { outcome: request.outcome, message: request.message, summary: request.summary }
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined)
    const takenOver = await runUnderLease(ctx, task, options, stop)
    if (!takenOver) continue
    if (takenOver.outcome !== 'interrupted') {
      finishJobRequest(ctx.db, id, { ...takenOver, outcome: takenOver.outcome, now: ctx.clock.now() })
    }
    return takenOver
  }
  return {
    outcome: 'interrupted',
    message: 'stopped waiting; the jobs process goes on with it',
    summary: null,
  }
}

/** Null while another live process holds the lease. */
async function runUnderLease(
  ctx: Context,
  task: Task,
  options: JobOptions,
  stop: AbortSignal,
): Promise<JobOutcome | null> {
  const lease = JobsLease.tryTake(ctx)
  if (!lease) return null
  try {
    closeAbandonedRuns(ctx.db, ctx.clock.now())
    return await runJob(ctx, task, options, AbortSignal.any([stop, lease.lost]))
  } finally {
    lease.release()
  }
}

await main().catch((error: unknown) => {
  if (!(error instanceof InvalidRequestError) && !isMistyped(error)) return exitOnConfigurationError(error)
  console.error(error.message)
  process.exitCode = 2
})

/** An option nobody knows, or one without its value. */
function isMistyped(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
}

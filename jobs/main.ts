import { setTimeout as wait } from 'node:timers/promises'
import { GridKeeper } from '../server/comparison/grid/grid-keeper.ts'
import type { Context } from '../server/context.ts'
import { createContext } from '../server/context.ts'
import { loadEnvironmentFile, readConfig } from '../server/platform/config.ts'
import { keepHeapSmall } from '../server/platform/heap.ts'
import { claimNextJobRequest, finishJobRequest } from '../server/store/job-requests.ts'
import { describeFailure } from '../server/store/describe-failure.ts'
import { requestBegunImports } from '../server/store/import-staging.ts'
import { closeAbandonedRuns } from '../server/store/job-runs.ts'
import { noteCredential } from './credential-notice.ts'
import type { JobContext } from './job-context.ts'
import { JobsLease } from './lease.ts'
import { runJobByName } from './run-job.ts'
import { startSchedule } from './schedule.ts'
import { exitOnConfigurationError, stopSignal } from './stopping.ts'
import { tasks } from './tasks.ts'

const POLL_MS = 400
/** The store is full or held: looking at it more often does not help. */
const AFTER_FAILURE_MS = 5_000

/** The jobs process: the only one that talks to Zendesk and to the mail server, and the only writer of facts. */
async function main(): Promise<void> {
  keepHeapSmall()
  loadEnvironmentFile()
  const ctx: JobContext = { ...createContext(readConfig(), 'jobs'), grid: new GridKeeper() }
  const stop = stopSignal()
  const lease = await waitForLease(ctx, stop)
  if (lease) {
    await work(ctx, AbortSignal.any([stop, lease.lost]))
    lease.release()
  }
  ctx.db.close()
  // The channel to the web process would keep this one alive.
  if (process.connected) process.disconnect()
}

/** One job at a time: first what pages and the command line asked for, then what the timetable says is due. */
async function work(ctx: JobContext, signal: AbortSignal): Promise<void> {
  closeAbandonedRuns(ctx.db, ctx.clock.now())
  requestBegunImports(ctx.db, ctx.clock.now())
  noteCredential(ctx)
  const due = new Set<string>()
  const stopSchedule = startSchedule(ctx, (job) => due.add(job))
  ctx.logger.info('jobs process ready')
  while (!signal.aborted) {
    const restMs = await workOnce(ctx, due, signal)
    if (restMs > 0) await wait(restMs, undefined, { signal }).catch(() => undefined)
  }
  stopSchedule()
}

/** Runs what was asked for, else what is due; returns how long to rest before looking again. */
async function workOnce(ctx: JobContext, due: Set<string>, signal: AbortSignal): Promise<number> {
  try {
    if (await runNextRequest(ctx, due, signal)) return 0
    const [job] = due
    if (job === undefined) return POLL_MS
    due.delete(job)
    await runJobByName(ctx, job, {}, signal)
    if (isNews(job)) due.add('alerts')
    return 0
  } catch (error) {
    ctx.logger.error(describeFailure(error))
    return AFTER_FAILURE_MS
  }
}

/** Runs the oldest request there is and writes its result; false when there is none. An interrupted one stays open. */
async function runNextRequest(ctx: JobContext, due: Set<string>, signal: AbortSignal): Promise<boolean> {
  const request = claimNextJobRequest(ctx.db)
  if (!request) return false
  const { outcome, message, summary } = await runJobByName(ctx, request.name, request.options, signal)
  if (outcome === 'interrupted') return true
  if (isNews(request.name)) due.add('alerts')
  finishJobRequest(ctx.db, request.id, { outcome, message, summary, now: ctx.clock.now() })
  return true
}

/** Whether people may want to be told of what a job changed, or that it failed. */
function isNews(job: string): boolean {
  return tasks.some(({ name, isNews = false }) => name === job && isNews)
}

async function waitForLease(ctx: Context, stop: AbortSignal): Promise<JobsLease | null> {
  for (let tries = 0; !stop.aborted; tries++) {
    const lease = JobsLease.tryTake(ctx)
    if (lease) return lease
    if (tries === 0) ctx.logger.info('another jobs process is at work; waiting to take over')
    await wait(1_000, undefined, { signal: stop }).catch(() => undefined)
  }
  return null
}

await main().catch(exitOnConfigurationError)

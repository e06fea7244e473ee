import type { Context } from '../server/context.ts'
import { InvalidRequestError } from '../server/platform/problem.ts'
import { describeFailure } from '../server/store/describe-failure.ts'
import type { StreamFailure } from '../server/store/job-runs.ts'
import { finishJobRun, startJobRun } from '../server/store/job-runs.ts'
import type { JobContext } from './job-context.ts'
import { checkJobOptions } from './job-options.ts'
import { failuresOf } from './stream-failures.ts'
import type { JobOptions, Task } from './task.ts'
import { tasks } from './tasks.ts'

export type JobOutcome = {
  outcome: 'ok' | 'failed' | 'interrupted'
  message: string | null
  summary: Record<string, unknown> | null
  /** Which streams failed, and why; null where it was none of them. */
  failures?: readonly StreamFailure[] | null
}

/** The task of that name. @throws InvalidRequestError listing the names there are */
export function taskOf(name: string): Task {
  const task = tasks.find((one) => one.name === name)
  if (task) return task
  const names = tasks.map((one) => one.name).join(', ')
  throw new InvalidRequestError(`unknown job "${name}"; the jobs are: ${names}`, [
    { field: 'name', message: `one of ${names}` },
  ])
}

/** Runs one job to its end and records it, whatever happens. Never throws. */
export async function runJob(
  ctx: JobContext,
  task: Task,
  options: JobOptions,
  signal: AbortSignal,
): Promise<JobOutcome> {
  try {
    const runId = startJobRun(ctx.db, task.name, ctx.clock.now())
    const end = await attempt(ctx, task, options, signal)
    finishJobRun(ctx.db, runId, { ...end, now: ctx.clock.now() })
    return end
  } catch (error) {
    // The run itself could not be recorded: the store is full, or held by another program.
    return failed(ctx, task, error)
  }
}

async function attempt(
  ctx: JobContext,
  task: Task,
  options: JobOptions,
  signal: AbortSignal,
): Promise<JobOutcome> {
  try {
    return { outcome: 'ok', message: null, summary: await task.run(ctx, options, signal) }
  } catch (error) {
    if (!signal.aborted) return failed(ctx, task, error)
    return {
      outcome: 'interrupted',
      message: 'stopped before its end; the next run goes on from there',
      summary: null,
    }
  }
}

function failed(ctx: Context, task: Task, error: unknown): JobOutcome {
  ctx.logger.error({ job: task.name, err: error }, 'job failed')
  const failures = failuresOf(task.name, error)
  return { outcome: 'failed', message: describeFailure(error), summary: null, failures }
}

/** The same for a name and options from outside: what is wrong with them becomes the outcome. */
export async function runJobByName(
  ctx: JobContext,
  name: string,
  options: Record<string, unknown>,
  signal: AbortSignal,
): Promise<JobOutcome> {
  try {
    const task = taskOf(name)
    return await runJob(ctx, task, checkJobOptions(task, options), signal)
  } catch (error) {
    if (!(error instanceof InvalidRequestError)) throw error
    return { outcome: 'failed', message: error.message, summary: null }
  }
}

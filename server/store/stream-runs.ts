import { z } from 'zod'
import type { StreamState } from '../contract.ts'
import type { Failure } from '../text/failure-words.ts'
import type { HistoryProgress } from './checkpoints.ts'
import type { JobRunRow } from './job-runs.ts'
import type { PermissionCheck } from './permission-checks.ts'

const NOT_CONFIGURED = '_not_configured'

export type StreamRuns = {
  isRunning: boolean
  /** Epoch ms at which the latest run that read the stream to its end was over. */
  lastSuccessAt: number | null
  /** What the latest finished run said about this stream; null when it went well. */
  failure: Failure | null
}

const failuresSchema = z.array(
  z.object({
    stream: z.string(),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    message: z.string(),
  }),
)

/**
 * What the latest runs tell about one stream. A run of all streams that failed names the streams at fault; the others
 * went well. One that names none failed as a whole.
 * @param runs newest first, of 'sync-<stream>' and 'sync-all'
 */
export function streamRunsOf(stream: string, runs: readonly JobRunRow[]): StreamRuns {
  const own = runs.filter((run) => run.name === 'sync-all' || run.name === `sync-${stream}`)
  const finished = own
    .filter((run) => run.outcome === 'ok' || run.outcome === 'failed')
    .map((run) => ({ endedAt: run.ended_at, failure: failureOf(stream, run) }))
  return {
    isRunning: own.some((run) => run.outcome === 'running'),
    lastSuccessAt: finished.find((run) => run.failure === null)?.endedAt ?? null,
    failure: finished.at(0)?.failure ?? null,
  }
}

/** Why a run failed, stream by stream; empty where it failed as a whole or went well. */
export function failuresOf(run: Pick<JobRunRow, 'failures'>): z.infer<typeof failuresSchema> {
  return run.failures === null ? [] : failuresSchema.parse(JSON.parse(run.failures))
}

function failureOf(stream: string, run: JobRunRow): Failure | null {
  if (run.outcome !== 'failed') return null
  const failures = failuresOf(run)
  if (failures.length > 0) return failures.find((failure) => failure.stream === stream) ?? null
  const message = run.message ?? 'the run failed without a message; see the log of the jobs process'
  return { code: null, detail: null, message }
}

/** How a stream is doing, from its history, its runs and the last check of what may be read. */
export function streamStateOf(
  stream: string,
  progress: HistoryProgress | undefined,
  { isRunning, lastSuccessAt, failure }: StreamRuns,
  permissions: readonly PermissionCheck[],
): StreamState {
  const hasBegun = progress !== undefined || lastSuccessAt !== null
  if (progress?.isAbsent) return 'absent'
  if (failure?.code?.endsWith(NOT_CONFIGURED)) return 'not_configured'
  if (!hasBegun && permissions.some((one) => one.subject === stream && one.state === 'not_configured'))
    return 'not_configured'
  if (isRunning && hasBegun) return 'running'
  if (failure) return 'failed'
  return hasBegun ? 'ok' : 'waiting'
}

import { UpstreamError } from '../server/platform/problem.ts'
import { describeFailure } from '../server/store/describe-failure.ts'
import type { StreamFailure } from '../server/store/job-runs.ts'

/** Streams of one run that failed: a sentence per stream for the log, and the codes for pages in other languages. */
export class StreamsFailedError extends Error {
  override name = 'StreamsFailedError'
  constructor(readonly failures: readonly StreamFailure[]) {
    super(failures.map(({ stream, message }) => `${stream}: ${message}`).join('\n'))
  }
}

export function failureOf(stream: string, error: unknown): StreamFailure {
  const message = describeFailure(error)
  if (!(error instanceof UpstreamError)) return { stream, code: null, detail: null, message }
  return { stream, code: error.code, detail: error.detail, message }
}

/** What is known of the streams a failed run was about; null where it was about none. */
export function failuresOf(job: string, error: unknown): readonly StreamFailure[] | null {
  if (error instanceof StreamsFailedError) return error.failures
  return job.startsWith('sync-') && error instanceof UpstreamError
    ? [failureOf(job.slice('sync-'.length), error)]
    : null
}

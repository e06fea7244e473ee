import { UpstreamError } from '../../server/platform/problem.ts'

/** True for the exports' complaint that `start_time` is too near to now, which means: nothing new yet. */
export function isTooRecent(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    (error.status === 400 || error.status === 422) &&
    /too recent|in the past|older than/i.test(error.message)
  )
}

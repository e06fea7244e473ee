import { UpstreamError } from '../../server/platform/problem.ts'
import { explain } from '../zendesk/refusals.ts'

/**
 * An export's complaint that `start_time` is too near to now. With a cursor that means "nothing new yet": `empty` is
 * given back. Without one the window began an hour ago by our clock, so that clock must be wrong.
 * @throws every other error as it is
 */
export function readTooRecent<Body>(error: unknown, cursor: string | null, empty: Body): Body {
  if (!isTooRecent(error)) throw error
  if (cursor !== null) return empty
  throw explain('clock_ahead')
}

function isTooRecent(error: unknown): boolean {
  return (
    error instanceof UpstreamError &&
    (error.status === 400 || error.status === 422) &&
    /too recent|in the past|older than/i.test(error.message)
  )
}

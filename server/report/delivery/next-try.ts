import { MailRefusedError, MailServerError } from '../../platform/mailer.ts'

const MINUTE_MS = 60_000
const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 6 * 60
const MOST_ATTEMPTS = 8

/**
 * When a mail that was not taken is tried again (epoch ms): after 5 minutes, then three times as long each time, at most
 * 6 hours. Null where another try would end as this one did: the server refused it for good, or after eight tries. What
 * is the server's trouble is not held against the mail: it is tried as long as its occasion is open.
 */
export function nextTryAt(error: unknown, attempts: number, now: number): number | null {
  if (error instanceof MailServerError) return now + FIRST_WAIT_MINUTES * MINUTE_MS
  if (error instanceof MailRefusedError && !error.mayBeTakenLater) return null
  return attempts >= MOST_ATTEMPTS ? null : now + waitAfter(attempts)
}

/** How long (ms) after the n-th failure in a row: 5 minutes, then three times as long each time, at most 6 hours. */
export function waitAfter(failures: number): number {
  return Math.min(FIRST_WAIT_MINUTES * 3 ** (failures - 1), LONGEST_WAIT_MINUTES) * MINUTE_MS
}

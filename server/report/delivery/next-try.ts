import { MailRefusedError } from '../../platform/mailer.ts'

const MINUTE_MS = 60_000
const FIRST_WAIT_MINUTES = 5
const LONGEST_WAIT_MINUTES = 6 * 60
const MOST_ATTEMPTS = 8

/**
 * When a mail that was not taken is tried again (epoch ms): after 5 minutes, then three times as long each time, at most
 * 6 hours. Null where another try would end as this one did: the server refused for good, or after eight tries.
 */
export function nextTryAt(error: unknown, attempts: number, now: number): number | null {
  if (error instanceof MailRefusedError && !error.mayBeTakenLater) return null
  if (attempts >= MOST_ATTEMPTS) return null
  const minutes = Math.min(FIRST_WAIT_MINUTES * 3 ** (attempts - 1), LONGEST_WAIT_MINUTES)
  return now + minutes * MINUTE_MS
}

import type { Database } from '../store/database.ts'
import { inTransaction } from '../store/database.ts'
import {
  forgetSignInFailure,
  forgetSignInFailuresOf,
  nthNewestFailure,
  recordSignInFailure,
} from '../store/sign-in-failures.ts'
import { HttpProblem } from './http-problem.ts'

export const THROTTLE_WINDOW_MS = 15 * 60_000
const FAILURES_PER_ACCOUNT = 5
const FAILURES_PER_ADDRESS = 20

/**
 * Counts the attempt as a failure before the password is looked at, so that many at once cannot slip through
 * together; `succeeded()` takes it back, and clears the account.
 * @throws HttpProblem 429 with Retry-After when the account or the network address has failed too often
 */
export function beginAttempt(
  db: Database,
  who: { email: string; address: string },
  now: number,
): { succeeded(): void } {
  const account = `email:${who.email}`
  const address = `address:${networkOf(who.address)}`
  return inTransaction(db, () => {
    const until = Math.max(
      blockedUntil(db, account, FAILURES_PER_ACCOUNT, now),
      blockedUntil(db, address, FAILURES_PER_ADDRESS, now),
    )
    if (until > now) throw tooManyAttempts(Math.ceil((until - now) / 1000))
    recordSignInFailure(db, account, now)
    const addressFailure = recordSignInFailure(db, address, now)
    return {
      succeeded() {
        forgetSignInFailuresOf(db, account)
        forgetSignInFailure(db, addressFailure)
      },
    }
  })
}

/** The oldest failure that counts leaves the window then, and one more attempt is free; 0 when not blocked. */
function blockedUntil(db: Database, subject: string, limit: number, now: number): number {
  const failedAt = nthNewestFailure(db, { subject, nth: limit, since: now - THROTTLE_WINDOW_MS, now })
  return failedAt === null ? 0 : failedAt + THROTTLE_WINDOW_MS
}

/** One customer of a provider has a whole /64 of IPv6 addresses: all of them count as one. */
export function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!plain.includes(':')) return plain
  const [head, tail] = plain.split('::')
  const leading = head === '' ? [] : head.split(':')
  const trailing = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : 8 - leading.length - trailing.length
  const groups = [...leading, ...Array<string>(Math.max(0, zeros)).fill('0'), ...trailing]
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16))
  return `${network.join(':')}::/64`
}

function tooManyAttempts(seconds: number): HttpProblem {
  const minutes = Math.ceil(seconds / 60)
  return new HttpProblem(
    429,
    'too_many_attempts',
    `Too many failed sign-ins. Try again in ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}.`,
    { headers: { 'Retry-After': String(seconds) } },
  )
}

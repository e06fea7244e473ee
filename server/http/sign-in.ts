import type { Context } from '../context.ts'
import { verifyPassword } from '../platform/passwords.ts'
import { recordAudit } from '../store/audit.ts'
import type { Person } from '../store/people.ts'
import { findPersonByEmail } from '../store/people.ts'
import { createSession, endSession } from '../store/sessions.ts'
import { HttpProblem } from './http-problem.ts'
import { hashToken } from './session-cookie.ts'
import { beginAttempt } from './sign-in-throttle.ts'

const TOKEN_BYTES = 32

/**
 * The person these credentials belong to.
 * @throws HttpProblem 401 without saying which of the two was wrong, 429 after too many failures
 */
export async function checkCredentials(
  ctx: Context,
  credentials: { email: string; password: string; address: string },
): Promise<Person> {
  const { email, password, address } = credentials
  const attempt = beginAttempt(ctx.db, { email, address }, ctx.clock.now())
  const person = findPersonByEmail(ctx.db, email)
  const isRight = await verifyPassword(password, person?.passwordHash ?? null)
  const audit = { at: ctx.clock.now(), actor: email, detail: JSON.stringify({ address }) }
  if (!person || !isRight || person.disabledAt !== null) {
    recordAudit(ctx.db, { ...audit, action: 'sign_in_failed' })
    throw new HttpProblem(401, 'wrong_credentials', 'The e-mail address or the password is wrong.')
  }
  attempt.succeeded()
  recordAudit(ctx.db, { ...audit, action: 'sign_in' })
  return person
}

/** Opens a new session, with a new token and CSRF token, in place of the one the browser had. */
export function startSession(
  ctx: Context,
  person: Person,
  previousTokenHash: string | null,
): { token: string; csrfToken: string } {
  if (previousTokenHash !== null) endSession(ctx.db, previousTokenHash)
  const token = ctx.random.token(TOKEN_BYTES)
  const csrfToken = ctx.random.token(TOKEN_BYTES)
  createSession(ctx.db, {
    tokenHash: hashToken(token),
    csrfToken,
    personId: person.id,
    now: ctx.clock.now(),
  })
  return { token, csrfToken }
}

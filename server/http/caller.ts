import { timingSafeEqual } from 'node:crypto'
import type { Request } from 'express'
import type { Context } from '../context.ts'
import type { Person } from '../store/people.ts'
import type { Session } from '../store/sessions.ts'
import { extendSession, findSession } from '../store/sessions.ts'
import { HttpProblem } from './http-problem.ts'
import { sessionTokenHash } from './session-cookie.ts'

/** Somebody who is signed in, with the session that says so. */
export type Caller = { person: Person; session: Session }

/** Who sends the request, or null; their session is kept from running out. */
export function findCaller(ctx: Context, request: Request): Caller | null {
  const tokenHash = sessionTokenHash(request, ctx.config)
  if (tokenHash === null) return null
  const now = ctx.clock.now()
  const caller = findSession(ctx.db, tokenHash, now)
  if (caller) extendSession(ctx.db, caller.session, now)
  return caller
}

/** Only the application's own page knows the session's token: another site cannot read it. */
export function refuseWithoutToken(request: Request, session: Session): void {
  const given = Buffer.from(request.get('x-csrf-token') ?? '')
  const expected = Buffer.from(session.csrfToken)
  if (given.length === expected.length && timingSafeEqual(given, expected)) return
  throw new HttpProblem(
    403,
    'csrf_token_wrong',
    'The request lacks the token of this session: send the csrfToken of GET /api/v1/session as x-csrf-token.',
  )
}

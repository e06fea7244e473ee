import { z } from 'zod'
import type { SessionAnswer } from '../../contract.ts'
import { recordAudit } from '../../store/audit.ts'
import type { Person } from '../../store/people.ts'
import { seesAllBrands } from '../../store/people.ts'
import { endSession } from '../../store/sessions.ts'
import { sessionAnswerSchema } from '../answer-schemas.ts'
import { everyRole } from '../description.ts'
import { endpointFor, endpointForAnyone } from '../endpoint.ts'
import { clearSessionCookie, sessionTokenHash, setSessionCookie } from '../session-cookie.ts'
import { checkCredentials, startSession } from '../sign-in.ts'

const credentialsSchema = z.strictObject({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254, 'is too long for an e-mail address')
    .pipe(z.email('is not an e-mail address')),
  password: z.string().min(1, 'is missing').max(1000, 'is too long for a password'),
})

export const signIn = endpointForAnyone({
  method: 'post',
  path: '/api/v1/session',
  summary: 'Sign in; the session comes as a cookie and replaces the one you had',
  body: credentialsSchema,
  answer: sessionAnswerSchema,
  problems: [401, 403, 429],
  async handle(ctx, { body, request, response }) {
    const person = await checkCredentials(ctx, { ...body, address: request.ip ?? '' })
    const { token, csrfToken } = startSession(ctx, person, sessionTokenHash(request, ctx.config))
    setSessionCookie(response, ctx.config, token)
    return sessionAnswer(person, csrfToken)
  },
})

export const readSession = endpointFor(everyRole, {
  method: 'get',
  path: '/api/v1/session',
  summary: 'Who is signed in, and the token that changing requests must carry',
  answer: sessionAnswerSchema,
  handle: (_ctx, { person, session }) => sessionAnswer(person, session.csrfToken),
})

export const signOut = endpointFor(everyRole, {
  method: 'delete',
  path: '/api/v1/session',
  summary: 'Sign out: the session ends on the server',
  answer: null,
  handle(ctx, { person, session, response }) {
    endSession(ctx.db, session.tokenHash)
    recordAudit(ctx.db, { at: ctx.clock.now(), actor: person.email, action: 'sign_out', detail: null })
    clearSessionCookie(response, ctx.config)
  },
})

function sessionAnswer(person: Person, csrfToken: string): SessionAnswer {
  const { email, name, role, language } = person
  return { person: { email, name, role, language, allBrands: seesAllBrands(person) }, csrfToken }
}

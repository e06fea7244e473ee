import type { NextFunction, Request, RequestHandler, Response } from 'express'
import {
  sendGuideError,
  sendInvalidEndpoint,
  sendInvalidToken,
  sendMissingScope,
  sendUnauthenticated,
} from './responses.ts'
import type { Simulation } from './simulation.ts'

/** Who calls: an administrator of the account, somebody with a token of too small a scope, or nobody. */
export type Caller = 'administrator' | 'out_of_scope' | 'expired' | 'anonymous'

/** Lets only administrators into /api/v2; `users/me` answers everybody, which is a trap of the real API. */
export function authenticateSupport(simulation: Simulation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const caller = identifyCaller(simulation, request.get('authorization'))
    if (caller === 'administrator' || /^\/users\/me(\.json)?$/.test(request.path)) next()
    else if (request.path.startsWith('/guide/'))
      sendGuideError(response, caller === 'out_of_scope' ? 403 : 401)
    else if (caller === 'out_of_scope') sendMissingScope(response)
    else if (caller === 'expired') sendInvalidToken(response)
    else sendUnauthenticated(response)
  }
}

/** The Chat API takes its own token and no other; an account without Chat has no such address. */
export function authenticateChat(simulation: Simulation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!simulation.features.chat) sendInvalidEndpoint(response)
    else if (request.get('authorization') === `Bearer ${simulation.credentials.chatToken}`) next()
    else sendInvalidToken(response)
  }
}

export function identifyCaller(simulation: Simulation, authorization: string | undefined): Caller {
  if (authorization === undefined) return 'anonymous'
  const [scheme, value] = authorization.split(' ')
  if (scheme?.toLowerCase() === 'basic') {
    const { email, apiToken } = simulation.credentials
    const given = Buffer.from(value ?? '', 'base64').toString('utf8')
    return given === `${email}/token:${apiToken}` ? 'administrator' : 'anonymous'
  }
  const token = simulation.tokens.find(value ?? '')
  if (token === null) return 'expired'
  return token.scope.split(' ').includes('read') ? 'administrator' : 'out_of_scope'
}

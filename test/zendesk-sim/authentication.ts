import type { NextFunction, Request, RequestHandler, Response } from 'express'
import {
  sendGuideError,
  sendInvalidEndpoint,
  sendInvalidToken,
  sendMissingScope,
  sendPlanForbidden,
  sendUnauthenticated,
} from './responses.ts'
import type { Simulation } from './simulation.ts'

/** Who calls: an administrator of the account, one of its agents, somebody with a token of too small a scope, or nobody. */
export type Caller = 'administrator' | 'agent' | 'out_of_scope' | 'expired' | 'anonymous'

/** Lets only administrators into /api/v2; `users/me` answers everybody, which is a trap of the real API. */
export function authenticateSupport(simulation: Simulation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const caller = identifyCaller(simulation, request.get('authorization'))
    const isAllowed = caller === 'administrator' || (caller === 'agent' && !isForAdministrators(request.path))
    if (isAllowed || /^\/users\/me(\.json)?$/.test(request.path)) next()
    else if (request.path.startsWith('/guide/')) {
      sendGuideError(response, caller === 'out_of_scope' || caller === 'agent' ? 403 : 401)
    } else if (caller === 'agent') sendPlanForbidden(response)
    else if (caller === 'out_of_scope') sendMissingScope(response)
    else if (caller === 'expired') sendInvalidToken(response)
    else sendUnauthenticated(response)
  }
}

/** The Chat API takes its own token and no other; an account without Chat has no such address. */
export function authenticateChat(simulation: Simulation): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    if (!simulation.features.chat) sendInvalidEndpoint(response)
    else if (isChatToken(simulation, request.get('authorization') ?? '')) next()
    else sendInvalidToken(response)
  }
}

function isChatToken({ credentials, chatTokens }: Simulation, authorization: string): boolean {
  const given = authorization.replace(/^Bearer /, '')
  return given === credentials.chatToken || chatTokens.find(given) !== null
}

/** Agents may read tickets and lists, but no exports and no ratings. */
function isForAdministrators(path: string): boolean {
  return /^\/(incremental|satisfaction_ratings|guide|engagements)\b/.test(path)
}

export function identifyCaller(simulation: Simulation, authorization: string | undefined): Caller {
  if (authorization === undefined) return 'anonymous'
  const member = simulation.role === 'admin' ? 'administrator' : 'agent'
  const [scheme, value] = authorization.split(' ')
  if (scheme?.toLowerCase() === 'basic') {
    const { email, apiToken } = simulation.credentials
    const given = Buffer.from(value ?? '', 'base64').toString('utf8')
    return given === `${email}/token:${apiToken}` ? member : 'anonymous'
  }
  const token = simulation.tokens.find(value ?? '')
  if (token === null) return 'expired'
  return token.scope.split(' ').includes('read') ? member : 'out_of_scope'
}

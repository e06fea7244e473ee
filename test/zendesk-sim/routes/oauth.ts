import express, { Router } from 'express'
import { sendJson } from '../responses.ts'
import type { Simulation } from '../simulation.ts'

const knownScopes = /^(read|write|impersonate|[a-z_]+:(read|write))$/
const leastLifetimeSeconds = 300
const greatestLifetimeSeconds = 172_800

/** POST /oauth/tokens with client credentials: no refresh token, thirty minutes unless asked otherwise. */
export function oauthRoutes(simulation: Simulation): Router {
  const router = Router()
  router.post(
    '/oauth/tokens',
    express.json(),
    express.urlencoded({ extended: false }),
    (request, response) => {
      const body: Record<string, unknown> = typeof request.body === 'object' ? request.body : {}
      if (body['grant_type'] !== 'client_credentials') {
        sendJson(response, { error: 'unsupported_grant_type', error_description: 'unknown grant type' }, 400)
        return
      }
      const { clientId, clientSecret } = simulation.credentials
      if (body['client_id'] !== clientId || body['client_secret'] !== clientSecret) {
        const description = 'Client authentication failed due to unknown client, or no client authentication'
        sendJson(response, { error: 'invalid_client', error_description: description }, 401)
        return
      }
      const scope = typeof body['scope'] === 'string' ? body['scope'] : 'read'
      if (!scope.split(' ').every((word) => knownScopes.test(word))) {
        sendJson(response, { error: 'invalid_scope', error_description: 'The scope is not valid' }, 400)
        return
      }
      const wanted = body['expires_in']
      const lifetime = typeof wanted === 'number' ? wanted : null
      if (lifetime !== null && (lifetime < leastLifetimeSeconds || lifetime > greatestLifetimeSeconds)) {
        sendJson(response, { error: 'invalid_request', error_description: 'expires_in is out of range' }, 400)
        return
      }
      const token = simulation.tokens.issue(scope, lifetime)
      const answer = { access_token: token.text, token_type: 'bearer', scope, expires_in: token.expiresIn }
      sendJson(response, answer, 201)
    },
  )
  return router
}

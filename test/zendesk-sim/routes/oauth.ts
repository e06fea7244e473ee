import express, { Router } from 'express'
import { sendInvalidEndpoint, sendJson } from '../responses.ts'
import type { Simulation } from '../simulation.ts'

const knownScopes = /^(read|write|impersonate|[a-z_]+:(read|write))$/
const leastLifetimeSeconds = 300
const greatestLifetimeSeconds = 172_800

/**
 * POST /oauth/tokens with client credentials: no refresh token, thirty minutes unless asked otherwise. Chat has a place
 * of its own, which takes a form and does not say how long its tokens live.
 */
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
      const granted = simulation.grantedScope ?? scope
      const token = simulation.tokens.issue(granted, lifetime)
      const answer = {
        access_token: token.text,
        token_type: 'bearer',
        scope: granted,
        expires_in: token.expiresIn,
      }
      sendJson(response, answer, 201)
    },
  )
  router.post('/oauth2/chat/token', express.urlencoded({ extended: false }), (request, response) => {
    const body: Record<string, unknown> = typeof request.body === 'object' ? request.body : {}
    const { chatClientId, chatClientSecret } = simulation.credentials
    const isKnown = body['client_id'] === chatClientId && body['client_secret'] === chatClientSecret
    if (!simulation.features.chat) sendInvalidEndpoint(response)
    else if (!isKnown || body['grant_type'] !== 'client_credentials') {
      sendJson(response, { error: 'invalid_client' }, 400)
    } else {
      const token = simulation.chatTokens.issue('read', null)
      sendJson(response, { access_token: token.text, token_type: 'Bearer', scope: 'read' })
    }
  })
  return router
}

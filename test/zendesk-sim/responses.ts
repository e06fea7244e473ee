import type { Response } from 'express'

/** Sends JSON as Zendesk does. */
export function sendJson(response: Response, body: unknown, status = 200): void {
  response.status(status)
  response.set('Content-Type', 'application/json; charset=utf-8')
  response.set('cache-control', 'max-age=0, private, must-revalidate')
  response.json(body)
}

export function sendInvalidToken(response: Response): void {
  sendJson(
    response,
    {
      error: 'invalid_token',
      error_description:
        'The access token provided is expired, revoked, malformed or invalid for other reasons.',
    },
    401,
  )
}

export function sendUnauthenticated(response: Response): void {
  sendJson(response, { error: "Couldn't authenticate you" }, 401)
}

export function sendMissingScope(response: Response): void {
  sendJson(
    response,
    { error: 'Forbidden', description: 'You are missing the following required scopes: read' },
    403,
  )
}

export function sendPlanForbidden(response: Response): void {
  const message =
    'You do not have access to this page. Please contact the account owner of this help desk for further help.'
  sendJson(response, { error: { title: 'Forbidden', message } }, 403)
}

export function sendRecordNotFound(response: Response): void {
  sendJson(response, { error: 'RecordNotFound', description: 'Not found' }, 404)
}

export function sendInvalidEndpoint(response: Response): void {
  sendJson(response, { error: 'InvalidEndpoint', description: 'Not found' }, 404)
}

export function sendInvalidValue(response: Response, description: string, status: 400 | 422 = 400): void {
  sendJson(response, { error: 'InvalidValue', description }, status)
}

/** The shape of errors below /api/v2/guide. */
export function sendGuideError(response: Response, status: 401 | 403 | 404): void {
  const texts = {
    401: { code: 'Unauthorized', title: 'Unauthorized to access the resource' },
    403: { code: 'Forbidden', title: 'Access to the resource is forbidden' },
    404: { code: 'NotFound', title: 'The survey is not found by provided id' },
  }
  const { code, title } = texts[status]
  sendJson(response, { errors: [{ code, status: String(status), title }] }, status)
}

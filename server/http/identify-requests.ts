import type { RequestHandler } from 'express'
import type { Context } from '../context.ts'

const ID_BYTES = 9

/** Gives each request an id, told in X-Request-Id, and logs how it ended. */
export function identifyRequests({ random, logger }: Context): RequestHandler {
  return (request, response, next) => {
    const requestId = random.token(ID_BYTES)
    const startedAt = performance.now()
    response.locals.requestId = requestId
    response.set('X-Request-Id', requestId)
    response.on('finish', () => {
      const milliseconds = Math.round(performance.now() - startedAt)
      logger.debug(
        { requestId, method: request.method, path: request.path, status: response.statusCode, milliseconds },
        'request',
      )
    })
    next()
  }
}

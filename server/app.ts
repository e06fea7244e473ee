import compression from 'compression'
import express from 'express'
import type { Express } from 'express'
import type { Context } from './context.ts'
import { answerErrors } from './http/answer-errors.ts'
import { clientFiles } from './http/client-files.ts'
import { endpoints } from './http/endpoints.ts'
import { notFound } from './http/http-problem.ts'
import { identifyRequests } from './http/identify-requests.ts'
import { routesOf } from './http/routing.ts'
import { securityHeaders } from './http/security-headers.ts'
import { isHttps } from './http/session-cookie.ts'

const BODY_LIMIT = '100kb'
/** Addresses a proxy in front of us may have: this machine and private networks. */
const PROXIES = 'loopback, linklocal, uniquelocal'

/**
 * The web application: the interface under `/api/v1`, the health checks, and the built client where there is one.
 * Does not listen.
 */
export function createApp(ctx: Context, options: { clientDirectory?: string } = {}): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.set('query parser', 'simple')
  // We speak plain http ourselves: a public https address means that a proxy stands in front and names the client.
  app.set('trust proxy', isHttps(ctx.config) ? PROXIES : false)
  app.use(identifyRequests(ctx))
  app.use(securityHeaders(ctx.config))
  app.use(compression())
  app.use('/api', (_request, response, next) => {
    response.set('Cache-Control', 'no-store')
    next()
  })
  app.use(express.json({ limit: BODY_LIMIT }))
  app.use(routesOf(ctx, endpoints))
  if (options.clientDirectory !== undefined) app.use(clientFiles(options.clientDirectory))
  app.use(() => {
    throw notFound()
  })
  app.use(answerErrors(ctx))
  warnOfPlainCookie(ctx)
  return app
}

function warnOfPlainCookie({ config, logger }: Context): void {
  const { hostname } = new URL(config.publicUrl)
  const isThisMachine = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  if (!isHttps(config) && !isThisMachine)
    logger.warn(
      { publicUrl: config.publicUrl },
      'PUBLIC_URL is plain http: passwords and sessions can be read on the way; put https in front',
    )
}

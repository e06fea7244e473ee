import { createServer } from 'node:http'
import express from 'express'
import type { Express, Request, RequestHandler } from 'express'
import { authenticateChat, authenticateSupport } from './authentication.ts'
import { injectFaults } from './faults.ts'
import type { FaultHook } from './faults.ts'
import { createRateLimits, limitRate } from './rate-limits.ts'
import { sendInvalidEndpoint } from './responses.ts'
import { agentPageRoutes } from './routes/agent-pages.ts'
import { aiAgentsExportRoutes } from './routes/ai-agents-export.ts'
import { chatListRoutes } from './routes/chat-lists.ts'
import { conversationLogRoutes } from './routes/conversation-log.ts'
import { engagementRoutes } from './routes/engagements.ts'
import { helpCenterRoutes } from './routes/help-center.ts'
import { incrementalChatRoutes } from './routes/incremental-chats.ts'
import { incrementalTicketRoutes } from './routes/incremental-tickets.ts'
import { oauthRoutes } from './routes/oauth.ts'
import { organisationRoutes } from './routes/organisation.ts'
import { satisfactionRatingRoutes } from './routes/satisfaction-ratings.ts'
import { scheduleRoutes } from './routes/schedules.ts'
import { searchCountRoutes } from './routes/search-count.ts'
import { surveyResponseRoutes } from './routes/survey-responses.ts'
import { ticketAuditRoutes } from './routes/ticket-audits.ts'
import { createSimulation } from './simulation.ts'
import type { SimulatorOptions } from './simulation.ts'

export type { Fault, FaultHook } from './faults.ts'
export type { SimulatorCredentials, SimulatorFeatures, SimulatorOptions } from './simulation.ts'

/** One request the simulator had; `credential` is its kind, never its text. */
export type RequestLog = {
  method: string
  path: string
  query: string
  status: number
  credential: 'bearer' | 'basic' | 'other' | 'none'
  /** Milliseconds from the request's arrival to the end of the answer. */
  milliseconds: number
}

export type Simulator = {
  app: Express
  /** The latest requests, oldest first. */
  requests: RequestLog[]
  setFaults(hook: FaultHook | null): void
  /** Ends every access token at once: the next call with one is answered 401. */
  revokeTokens(): void
}

const keptRequests = 10_000
const keepAliveMilliseconds = 65_000

/** The simulated Zendesk account as an Express app, not listening yet. */
export function createSimulator(options: SimulatorOptions): Simulator {
  const simulation = createSimulation(options)
  const requests: RequestLog[] = []
  let faults = options.faults ?? null
  const app = express()
  app.disable('x-powered-by')
  app.set('etag', false)
  app.use(logRequests(requests))
  app.use(injectFaults(() => faults))
  if (options.limits !== 'off') {
    app.use(limitRate(createRateLimits(options.rateWindowScale ?? 1), options.rateClock))
  }
  app.use(oauthRoutes(simulation))
  app.use(agentPageRoutes(simulation))
  app.use(aiAgentsExportRoutes(simulation))
  app.use(
    '/api/v2/chat',
    authenticateChat(simulation),
    incrementalChatRoutes(simulation),
    chatListRoutes(simulation),
    (_request, response) => sendInvalidEndpoint(response),
  )
  app.use(
    '/api/v2',
    authenticateSupport(simulation),
    incrementalTicketRoutes(simulation),
    organisationRoutes(simulation),
    satisfactionRatingRoutes(simulation),
    surveyResponseRoutes(simulation),
    ticketAuditRoutes(simulation),
    conversationLogRoutes(simulation),
    engagementRoutes(simulation),
    scheduleRoutes(simulation),
    helpCenterRoutes(simulation),
    searchCountRoutes(simulation),
  )
  app.use((_request, response) => sendInvalidEndpoint(response))
  return {
    app,
    requests,
    setFaults: (hook) => {
      faults = hook
    },
    revokeTokens: () => {
      simulation.tokens.revokeAll()
      simulation.chatTokens.revokeAll()
    },
  }
}

/** Starts the simulated account on this machine only; port 0 or none takes a free one. */
export async function startSimulator(
  options: SimulatorOptions,
): Promise<Omit<Simulator, 'app'> & { url: string; port: number; close(): Promise<void> }> {
  const { app, ...simulator } = createSimulator(options)
  const server = createServer({ keepAliveTimeout: keepAliveMilliseconds }, app)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port ?? 0, '127.0.0.1', resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    ...simulator,
    url: `http://127.0.0.1:${port}`,
    port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function logRequests(requests: RequestLog[]): RequestHandler {
  return (request, response, next) => {
    const startedAt = performance.now()
    const [path = '', query = ''] = request.originalUrl.split('?')
    response.once('close', () => {
      requests.push({
        method: request.method,
        path,
        query,
        status: response.statusCode,
        credential: credentialKind(request),
        milliseconds: performance.now() - startedAt,
      })
      if (requests.length > keptRequests) requests.shift()
    })
    next()
  }
}

function credentialKind(request: Request): RequestLog['credential'] {
  const authorization = request.get('authorization')
  if (authorization === undefined) return 'none'
  const scheme = authorization.split(' ')[0]?.toLowerCase()
  return scheme === 'bearer' || scheme === 'basic' ? scheme : 'other'
}

import express, { Router } from 'express'
import type { Request, Response } from 'express'
import { sendInvalidEndpoint, sendJson } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { stableHex } from '../stable-number.ts'
import { isoSeconds } from '../wire-time.ts'
import type { WorldBrand, WorldTicket } from '../world/types.ts'

const dayMilliseconds = 86_400_000
/** The file of a day is built after midnight UTC, which takes a while. */
const builtAfterMilliseconds = 20 * 60_000
const keptDays = 30
const defaultLifetimeMinutes = 24 * 60
/** These last conversations of a day are missing from its file until the day after. */
const lateRows = 2

/** The AI agents data export: a signed address per bot and day, taken with the bare key. */
export function aiAgentsExportRoutes(simulation: Simulation): Router {
  const router = Router()
  const conversations = once(() => conversationsByDay(simulation))
  const path = '/ai-agents/api/data-export/v3/get-signed-urls'
  router.post(path, express.json(), (request: Request, response: Response) => {
    if (!simulation.features.aiAgents) sendInvalidEndpoint(response)
    else if (request.get('authorization') !== simulation.credentials.aiAgentsKey) {
      sendJson(response, { message: 'Unauthorized' }, 401)
    } else signUrl(simulation, conversations(), request, response)
  })
  router.get('/signed/:file', (request: Request, response: Response) => {
    const now = simulation.clock.now()
    const match = /^conversation_(\w+)_(\d{4}-\d{2}-\d{2})_0{12}\.json$/.exec(String(request.params['file']))
    const brand = simulation.world.brands.find((candidate) => candidate.botId === match?.[1])
    const date = match?.[2] ?? ''
    const expires = Number(request.query['expires'])
    if (brand === undefined || request.query['sig'] !== signature(brand, date, expires)) {
      response.status(403).type('text/plain').send('SignatureDoesNotMatch')
    } else if (expires * 1000 <= now) response.status(403).type('text/plain').send('ExpiredToken')
    else sendFile(brand, date, rowsOf(conversations(), brand, date), now, response)
  })
  return router
}

function signUrl(
  simulation: Simulation,
  conversations: ReadonlyMap<string, WorldTicket[]>,
  request: Request,
  response: Response,
): void {
  const now = simulation.clock.now()
  const body: Record<string, unknown> = typeof request.body === 'object' ? request.body : {}
  const date = typeof body['date'] === 'string' ? body['date'] : ''
  const startsAt = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(startsAt)) {
    sendJson(response, { message: 'Invalid date' }, 400)
    return
  }
  const brand = simulation.world.brands.find((candidate) => candidate.botId === request.get('botid'))
  const isBuilt = now >= startsAt + dayMilliseconds + builtAfterMilliseconds
  const isKept = startsAt > now - (keptDays + 1) * dayMilliseconds
  const hasRows = brand !== undefined && rowsOf(conversations, brand, date).length > 0
  if (brand === undefined || !isBuilt || !isKept || !hasRows) {
    sendJson(response, { message: 'Not found' }, 404)
    return
  }
  const minutes = typeof body['ttl'] === 'number' ? body['ttl'] : defaultLifetimeMinutes
  const expires = Math.floor(now / 1000) + minutes * 60
  const file = `conversation_${brand.botId}_${date}_000000000000.json`
  const query = new URLSearchParams({ expires: String(expires), sig: signature(brand, date, expires) })
  sendJson(response, {
    date,
    urls: [`${request.protocol}://${request.host}/signed/${file}?${query.toString()}`],
  })
}

function signature(brand: WorldBrand, date: string, expires: number): string {
  return stableHex(32, brand.botId ?? '', date, expires, 'signature')
}

/** One bot's files are a JSON array, another's JSON Lines. */
function sendFile(
  brand: WorldBrand,
  date: string,
  tickets: readonly WorldTicket[],
  now: number,
  response: Response,
): void {
  const isYoung = now < Date.parse(`${date}T00:00:00Z`) + 2 * dayMilliseconds
  const shown = isYoung && tickets.length > lateRows ? tickets.slice(0, -lateRows) : tickets
  const rows = shown.map((ticket) => renderConversation(brand, ticket, date))
  const first = rows[0]
  if (first !== undefined) {
    rows.push(first, { ...first, CONVERSATION_ID: `test-${first.CONVERSATION_ID}`, TEST_MODE: true })
  }
  response.type('application/json')
  if (brand.id % 2 === 0) response.send(JSON.stringify(rows))
  else response.send(rows.map((row) => JSON.stringify(row)).join('\n'))
}

function renderConversation(brand: WorldBrand, ticket: WorldTicket, date: string) {
  const isEscalated = ticket.handedOffAt !== null
  const isAutomated = ticket.resolution === 'automated'
  return {
    BOT_ID: brand.botId,
    BOT_NAME: `${brand.name} bot`,
    CONVERSATION_ID: stableHex(24, ticket.id, 'ai-agents'),
    PLATFORM_CONVERSATION_ID: stableHex(24, ticket.id, 'conversation'),
    CONVERSATION_START_TIME: isoSeconds(ticket.startedAt),
    CONVERSATION_END_TIME: isoSeconds(ticket.handedOffAt ?? ticket.lastMessageAt),
    SESSION_ENDED_TIMESTAMP: isoSeconds(ticket.startedAt + 2 * 3_600_000),
    CONVERSATION_END_DATE: date,
    CONVERSATION_TYPE: 'chat',
    CONVERSATION_STATUS: isEscalated ? 'Agent escalation' : 'AI agent handled',
    CHANNEL: 'messaging',
    LANGUAGE: 'ko',
    LABELS: [],
    SEGMENTS: [],
    TEST_MODE: false,
    IS_LLM_CONVERSATION: true,
    AUTOMATED_RESOLUTION: ticket.id % 2 === 0 ? isAutomated : String(isAutomated),
    RESOLUTION_TIER: isEscalated ? 'assisted escalation' : isAutomated ? 'contained resolution' : null,
    LAST_RESOLUTION: isEscalated ? 'Escalated to agent' : 'Resolved',
    TRIGGERED_USE_CASES: ['order_status'],
    BOT_MESSAGES_COUNT: ticket.botMessages + 1,
    VISITOR_MESSAGES_COUNT: ticket.customerMessages,
    NOT_UNDERSTOOD_MESSAGES_COUNT: 0,
    CONVERSATION_DATA: {},
  }
}

/** The bots' conversations by brand and UTC day of their start. */
function conversationsByDay(simulation: Simulation): Map<string, WorldTicket[]> {
  const days = new Map<string, WorldTicket[]>()
  for (const ticket of simulation.world.tickets) {
    if (!ticket.bot) continue
    const key = `${ticket.brandId} ${isoSeconds(ticket.startedAt).slice(0, 10)}`
    const day = days.get(key)
    if (day === undefined) days.set(key, [ticket])
    else day.push(ticket)
  }
  return days
}

function rowsOf(days: ReadonlyMap<string, WorldTicket[]>, brand: WorldBrand, date: string): WorldTicket[] {
  return days.get(`${brand.id} ${date}`) ?? []
}

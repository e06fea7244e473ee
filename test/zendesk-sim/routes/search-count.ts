import { Router } from 'express'
import { queryOf } from '../pagination.ts'
import { sendInvalidValue, sendJson } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation, TicketSource } from '../simulation.ts'
import { lowerBound } from '../version-index.ts'
import { channelOf } from './wire/ticket.ts'
import { ticketStateAt } from './wire/ticket-state.ts'

type TicketSearch = {
  brandId: number | null
  channel: string | null
  scope: 'agent' | 'ai_agent'
  from: number
  before: number
}

/** GET /search/count: how many tickets a brand got over a channel between two instants. */
export function searchCountRoutes(simulation: Simulation): Router {
  const router = Router()
  const byCreation = once(() =>
    [...simulation.tickets().rows].sort((a, b) => createdAtOf(a) - createdAtOf(b)),
  )
  const creationTimes = once(() => Float64Array.from(byCreation(), createdAtOf))
  router.get(['/search/count', '/search/count.json'], (request, response) => {
    const search = parseTicketSearch(queryOf(request).get('query') ?? '')
    if (search === null) {
      sendInvalidValue(response, 'invalid search', 422)
      return
    }
    const now = simulation.clock.now()
    const start = lowerBound(creationTimes(), search.from)
    const end = lowerBound(creationTimes(), Math.min(search.before, now + 1))
    let count = 0
    for (const source of byCreation().slice(start, end)) if (matches(source, search, now)) count += 1
    sendJson(response, { count })
  })
  return router
}

function createdAtOf(source: TicketSource): number {
  return source.kind === 'ticket' ? source.startedAt : source.endedAt
}

function matches(source: TicketSource, search: TicketSearch, now: number): boolean {
  if (search.channel !== null && channelOf(source) !== search.channel) return false
  const state = ticketStateAt(source, now)
  if (state.status === 'deleted' || state.scope !== search.scope) return false
  return search.brandId === null || state.brandId === search.brandId
}

/** Words joined by "and". Without `support_type:ai_agent` the bot's own tickets are not searched. */
export function parseTicketSearch(text: string): TicketSearch | null {
  const search: TicketSearch = { brandId: null, channel: null, scope: 'agent', from: 0, before: Infinity }
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const match = /^(-?\w+)(:|>=|<=|>|<)(.+)$/.exec(word)
    if (match === null) return null
    const [, name, operator, value = ''] = match
    if (name === 'brand' || name === 'brand_id') search.brandId = Number(value)
    else if (name === 'via') search.channel = value
    else if (name === 'support_type') search.scope = value === 'ai_agent' ? 'ai_agent' : 'agent'
    else if (name === 'created') {
      const instant = Date.parse(value)
      if (Number.isNaN(instant)) return null
      if (operator === '>=') search.from = instant
      else if (operator === '>') search.from = instant + 1
      else if (operator === '<') search.before = instant
      else if (operator === '<=') search.before = instant + 1
      else return null
    } else if (name !== 'type' && name !== '-support_type') return null
  }
  return search
}

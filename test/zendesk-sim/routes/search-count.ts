import { Router } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendInvalidValue, sendJson } from '../responses.ts'
import { once, ticketIdOf } from '../simulation.ts'
import type { Simulation, TicketSource } from '../simulation.ts'
import { lowerBound } from '../version-index.ts'
import { isoSeconds } from '../wire-time.ts'
import { channelOf } from './wire/ticket.ts'
import { ticketStateAt } from './wire/ticket-state.ts'

type TicketSearch = {
  brandId: number | null
  channel: string | null
  scope: 'agent' | 'ai_agent'
  from: number
  before: number
}

/** A search ends here, however many it counts. */
const mostListed = 1000

/** Which tickets a brand got over a channel between two instants: counted, listed, and shown by their ids. */
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
    sendJson(response, { count: find(search).length })
  })
  router.get(['/search', '/search.json'], (request, response) => {
    const query = queryOf(request)
    const search = parseTicketSearch(query.get('query') ?? '')
    const size = Math.min(100, Math.max(1, numberFrom(query, 'per_page', 100)))
    const end = Math.max(1, numberFrom(query, 'page', 1)) * size
    if (search === null || end - size >= mostListed) {
      sendInvalidValue(response, search === null ? 'invalid search' : 'too many results', 422)
      return
    }
    const found = find(search)
    const next = new URLSearchParams(query)
    next.set('page', String(end / size + 1))
    const hasMore = end < Math.min(found.length, mostListed)
    sendJson(response, {
      results: found.slice(end - size, end).map((source) => renderFound(source, simulation.clock.now())),
      facets: null,
      count: found.length,
      next_page: hasMore ? `${simulation.linkHost}/api/v2/search.json?${next.toString()}` : null,
      previous_page: null,
    })
  })
  router.get(['/tickets/show_many', '/tickets/show_many.json'], (request, response) => {
    const now = simulation.clock.now()
    const ids = new Set((queryOf(request).get('ids') ?? '').split(',').map(Number))
    const shown = byCreation().filter(
      (source) =>
        ids.has(ticketIdOf(source)) &&
        createdAtOf(source) <= now &&
        ticketStateAt(source, now).status !== 'deleted',
    )
    sendJson(response, { tickets: shown.map((source) => renderFound(source, now)), count: shown.length })
  })
  return router

  function find(search: TicketSearch): TicketSource[] {
    const now = simulation.clock.now()
    const start = lowerBound(creationTimes(), search.from)
    const end = lowerBound(creationTimes(), Math.min(search.before, now + 1))
    return byCreation()
      .slice(start, end)
      .filter((source) => matches(source, search, now))
  }
}

/** The little of a ticket that tells which one it is and when it changed. */
function renderFound(source: TicketSource, now: number) {
  const state = ticketStateAt(source, now)
  return {
    id: ticketIdOf(source),
    result_type: 'ticket',
    created_at: isoSeconds(state.createdAt),
    updated_at: isoSeconds(state.updatedAt),
    status: state.status,
    brand_id: state.brandId,
    via: { channel: channelOf(source) },
  }
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

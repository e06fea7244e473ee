import { Router } from 'express'
import type { Request, Response } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendInvalidValue, sendJson } from '../responses.ts'
import { ticketExclusionMilliseconds, ticketIdOf } from '../simulation.ts'
import type { Simulation, TicketSource } from '../simulation.ts'
import { readVersions } from '../version-index.ts'
import type { Version } from '../version-index.ts'
import { unixSeconds } from '../wire-time.ts'
import { renderMetricSet } from './wire/metric-set.ts'
import { renderExportedTicket } from './wire/ticket.ts'
import { ticketScopeAt } from './wire/ticket-state.ts'
import { renderAgent, renderRequester } from './wire/user.ts'

/** Every so many cursor pages begin with the row the previous page ended with. */
const repeatEvery = 7

type Position = { second: number; afterId?: number | undefined }

/** The ticket exports: cursor mode, and time mode with its overfull pages. */
export function incrementalTicketRoutes(simulation: Simulation): Router {
  const router = Router()
  let cursorPages = 0
  router.get(
    ['/incremental/tickets/cursor', '/incremental/tickets/cursor.json'],
    (request: Request, response: Response) => {
      cursorPages += 1
      sendCursorPage(simulation, request, response, cursorPages % repeatEvery === 0)
    },
  )
  router.get(
    ['/incremental/tickets', '/incremental/tickets.json'],
    (request: Request, response: Response) => {
      sendTimePage(simulation, request, response)
    },
  )
  return router
}

function sendCursorPage(simulation: Simulation, request: Request, response: Response, repeats: boolean) {
  const query = queryOf(request)
  const cutoff = simulation.clock.now() - ticketExclusionMilliseconds
  const cursor = query.get('cursor')
  const position = cursor === null ? startPosition(query, cutoff, response) : decodeTicketCursor(cursor)
  if (position === 'refused') return
  if (position === null) {
    sendInvalidValue(response, 'Invalid cursor', 422)
    return
  }
  const limit = pageSize(simulation, query)
  const from = repeats && limit > 1 ? withBoundaryRow(position) : position
  const { page, more } = readVersions(simulation.tickets(), {
    ...from,
    cutoff,
    limit,
    matches: scopeFilter(query, cutoff),
  })
  const last = page.at(-1)
  const after =
    last === undefined
      ? (cursor ?? encodeTicketCursor(position.second, 0))
      : encodeTicketCursor(last.second, ticketIdOf(last.row))
  const next = new URLSearchParams({ cursor: after })
  for (const name of ['per_page', 'include', 'support_type_scope', 'exclude_deleted']) {
    const value = query.get(name)
    if (value !== null) next.set(name, value)
  }
  sendJson(response, {
    ...renderPage(simulation, query, page, cutoff),
    after_url: `${simulation.linkHost}/api/v2/incremental/tickets/cursor.json?${next.toString()}`,
    before_url: null,
    after_cursor: after,
    before_cursor: null,
    end_of_stream: !more,
  })
}

/**
 * Time mode goes on from a second, not from a row: a full page within one second is filled up with all of that
 * second, and any other full page will have its last second repeated by the next one.
 */
function sendTimePage(simulation: Simulation, request: Request, response: Response) {
  const query = queryOf(request)
  const cutoff = simulation.clock.now() - ticketExclusionMilliseconds
  const position = startPosition(query, cutoff, response)
  if (position === 'refused') return
  const index = simulation.tickets()
  const matches = scopeFilter(query, cutoff)
  let { page, more } = readVersions(index, {
    ...position,
    cutoff,
    limit: pageSize(simulation, query),
    matches,
  })
  const first = page[0]?.second ?? position.second
  let endTime = page.at(-1)?.second ?? position.second
  if (more && first === endTime) {
    const wholeSecond = { second: endTime, lastSecond: endTime, cutoff, limit: Infinity, matches }
    page = readVersions(index, wholeSecond).page
    more = readVersions(index, { second: endTime + 1, cutoff, limit: 1, matches }).page.length > 0
    endTime += 1
  }
  const next = new URLSearchParams(query)
  next.set('start_time', String(endTime))
  sendJson(response, {
    ...renderPage(simulation, query, page, cutoff),
    count: page.length,
    end_of_stream: !more,
    end_time: endTime,
    next_page: `${simulation.linkHost}/api/v2/incremental/tickets.json?${next.toString()}`,
  })
}

function renderPage(
  simulation: Simulation,
  query: URLSearchParams,
  page: readonly Version<TicketSource>[],
  cutoff: number,
) {
  const included = (query.get('include') ?? '').split(',')
  const nests = included.includes('metric_sets') && simulation.metricSets === 'nested'
  const tickets = page.map(({ row, second }) => ({
    ...renderExportedTicket(simulation, row, cutoff, second),
    ...(nests && { metric_set: renderMetricSet(row, cutoff) }),
  }))
  return {
    tickets,
    ...(included.includes('metric_sets') &&
      simulation.metricSets === 'beside' && {
        metric_sets: page
          .map(({ row }) => renderMetricSet(row, cutoff))
          .filter((metrics) => metrics !== null),
      }),
    ...(included.includes('users') && { users: renderUsers(simulation, page) }),
  }
}

/** Everybody the page's tickets name, once each. */
function renderUsers(simulation: Simulation, page: readonly Version<TicketSource>[]) {
  const { requesters, agents } = simulation.world
  const requesterIds = new Set(page.map(({ row }) => row.requesterId))
  const agentIds = new Set(page.flatMap(({ row }) => row.agentIds.slice(-1)))
  const customers = [...requesterIds]
    .map((id) => requesters.get(id))
    .filter((requester) => requester !== undefined)
  return [
    ...customers.map((requester) => renderRequester(requester)),
    ...agents.filter((agent) => agentIds.has(agent.id)).map((agent) => renderAgent(simulation, agent)),
  ]
}

/** Without the parameter only agents' tickets are shown: bot-only ones are hidden by default. */
function scopeFilter(query: URLSearchParams, cutoff: number): (source: TicketSource) => boolean {
  const scope = query.get('support_type_scope') ?? 'agent'
  const excludesDeleted = query.get('exclude_deleted') === 'true'
  return (source) =>
    (scope === 'all' || ticketScopeAt(source, cutoff) === scope) &&
    !(excludesDeleted && source.deletedAt !== null && source.deletedAt <= cutoff)
}

function startPosition(query: URLSearchParams, cutoff: number, response: Response): Position | 'refused' {
  const start = numberFrom(query, 'start_time', NaN)
  if (Number.isNaN(start)) {
    sendInvalidValue(response, 'Missing start_time', 422)
    return 'refused'
  }
  if (start > unixSeconds(cutoff)) {
    sendInvalidValue(response, 'Too recent start_time. Use a start_time older than 60 seconds', 422)
    return 'refused'
  }
  return { second: start }
}

function pageSize({ pageRows }: Simulation, query: URLSearchParams): number {
  return Math.min(pageRows, Math.max(1, numberFrom(query, 'per_page', pageRows)))
}

function withBoundaryRow(position: Position): Position {
  return position.afterId === undefined
    ? position
    : { second: position.second, afterId: position.afterId - 1 }
}

/** Base64 of `"<unix second>.0||<ticket id>|"`, as recorded. */
export function encodeTicketCursor(second: number, id: number): string {
  return Buffer.from(`${second}.0||${id}|`).toString('base64')
}

export function decodeTicketCursor(cursor: string): { second: number; afterId: number } | null {
  const match = /^(\d+)\.0\|\|(\d+)\|$/.exec(Buffer.from(cursor, 'base64').toString('utf8'))
  return match === null ? null : { second: Number(match[1]), afterId: Number(match[2]) }
}

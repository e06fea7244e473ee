import { Router } from 'express'
import type { Request, Response } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendJson, sendPlanForbidden } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { lowerBound } from '../version-index.ts'
import { naiveSeconds, unixSeconds } from '../wire-time.ts'
import type { WorldEngagement } from '../world/engagements.ts'
import {
  engagementsKeptMilliseconds,
  isSilent,
  isTold,
  waitsFor,
  worldEngagements,
} from '../world/engagements.ts'
import type { World } from '../world/types.ts'

const defaultPageSize = 10
const largestPageSize = 100
/** The recorded answers name a host that is not the account's: only the query of it may be used. */
const foreignHost = 'https://z3nab-f20879.zendesk-staging.example'

/** GET /engagements: agents' work on messaging tickets that has ended, for 90 days back. */
export function engagementRoutes(simulation: Simulation): Router {
  const router = Router()
  const engagements = once(() => worldEngagements(simulation.world))
  const startTimes = once(() => engagements().map((engagement) => engagement.startAt))
  router.get('/engagements', (request: Request, response: Response) => {
    if (!simulation.features.engagements) {
      sendPlanForbidden(response)
      return
    }
    const query = queryOf(request)
    const now = simulation.clock.now()
    const from = Math.max(now - engagementsKeptMilliseconds, numberFrom(query, 'start_time', 0) * 1000)
    const to = Math.min(now, numberFrom(query, 'end_time', Infinity) * 1000)
    const afterSecond = numberFrom(query, 'start_time_cursor', 0)
    const afterId = query.get('engagement_id_cursor') ?? ''
    const size = Math.min(largestPageSize, Math.max(1, numberFrom(query, 'page_size', defaultPageSize)))
    const found: WorldEngagement[] = []
    const matches = engagementFilter(query)
    const start = lowerBound(startTimes(), Math.max(from, afterSecond * 1000))
    for (const engagement of engagements().slice(start)) {
      if (engagement.startAt > to || found.length > size) break
      const second = unixSeconds(engagement.startAt)
      if (second === afterSecond && engagement.id <= afterId) continue
      if (isTold(engagement, now) && matches(engagement)) found.push(engagement)
    }
    const page = found.slice(0, size)
    const last = page.at(-1)
    const hasMore = found.length > size
    const next = new URLSearchParams(query)
    if (last !== undefined) {
      next.set('start_time_cursor', String(unixSeconds(last.startAt)))
      next.set('engagement_id_cursor', last.id)
    }
    next.set('page_size', String(size))
    sendJson(response, {
      agent_engagement_data: page.map((engagement) => renderEngagement(simulation.world, engagement)),
      next_page_url: hasMore ? `${foreignHost}/api/v2/engagements?${next.toString()}` : null,
      has_more: hasMore,
      page_size: page.length,
    })
  })
  return router
}

function engagementFilter(query: URLSearchParams): (engagement: WorldEngagement) => boolean {
  const ticketId = query.get('ticket_id')
  const agentId = query.get('agent_id')
  const channel = query.get('channel')
  return ({ ticket, agentId: ownAgentId }) =>
    (channel === null || channel.toUpperCase() === 'MESSAGING') &&
    (ticketId === null || Number(ticketId) === ticket.id) &&
    (agentId === null || Number(agentId) === ownAgentId)
}

function renderEngagement(world: World, engagement: WorldEngagement) {
  const { id, ticket, agentId, part, startAt, endAt } = engagement
  const parts = ticket.agentIds.length
  const isLast = part === parts - 1
  const silent = isSilent(engagement)
  const share = silent ? 0 : 1 / parts
  const replySeconds = part === 0 ? Math.round(((ticket.firstHumanReplyAt ?? startAt) - startAt) / 1000) : 0
  const waits = waitsFor(world, engagement).map(Math.round)
  const waited = waits.reduce((sum, seconds) => sum + seconds, 0)
  return {
    engagement_id: id,
    ticket_id: ticket.id,
    agent_id: agentId,
    group_id: ticket.groupId,
    requester_id: ticket.requesterId,
    offer_time_seconds: Math.min(5, replySeconds),
    assignment_to_first_reply_time_seconds: replySeconds,
    average_requester_wait_time_seconds: waits.length === 0 ? 0 : Math.round(waited / waits.length),
    longest_requester_wait_time_seconds: Math.max(0, ...waits),
    total_requester_wait_time_seconds: waited,
    agent_messages_count: Math.round(ticket.agentMessages * share),
    agent_replies_count: waits.length,
    end_user_messages_count: Math.round(ticket.customerMessages / parts),
    channel: 'MESSAGING',
    engagement_start_reason: part === 0 ? 'Assigned' : 'Transferred',
    engagement_end_reason: silent ? 'Unknown Remove' : isLast ? 'Work Item Solved' : 'MANUAL_REASSIGNMENT',
    engagement_start_time: naiveSeconds(startAt),
    engagement_end_time: naiveSeconds(endAt),
    ticket_status_start: part === 0 ? 'NEW' : 'OPEN',
    ticket_status_end: isLast ? 'SOLVED' : 'OPEN',
  }
}

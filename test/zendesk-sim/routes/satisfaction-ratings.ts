import { Router } from 'express'
import { numberFrom, queryOf, sendList } from '../pagination.ts'
import { sendJson, sendPlanForbidden } from '../responses.ts'
import { once } from '../simulation.ts'
import type { Simulation } from '../simulation.ts'
import { lowerBound } from '../version-index.ts'
import { isoSeconds } from '../wire-time.ts'
import type { LegacyRating, WorldTicket } from '../world/types.ts'
import { isPast } from './wire/ticket-state.ts'

type Rated = { ticket: WorldTicket; rating: LegacyRating }

/** Legacy CSAT: one row per rating asked for, filtered by when it was asked, not by when it was given. */
export function satisfactionRatingRoutes(simulation: Simulation): Router {
  const router = Router()
  const rated = once(() => ratedTickets(simulation))
  const offeredTimes = once(() => rated().map(({ rating }) => rating.offeredAt))
  const find = (query: URLSearchParams): Rated[] => {
    const now = simulation.clock.now()
    const from = numberFrom(query, 'start_time', 0) * 1000
    const to = Math.min(numberFrom(query, 'end_time', Infinity) * 1000, now)
    const times = offeredTimes()
    const score = query.get('score')
    return rated()
      .slice(lowerBound(times, from), lowerBound(times, to + 1))
      .filter((row) => score === null || matchesScore(scoreAt(row.rating, now), score))
  }

  router.get(['/satisfaction_ratings', '/satisfaction_ratings.json'], (request, response) => {
    if (!simulation.features.satisfactionRatings) {
      sendPlanForbidden(response)
      return
    }
    sendList(request, response, {
      key: 'satisfaction_ratings',
      rows: find(queryOf(request)),
      render: (row) => renderRating(simulation, row),
      linkHost: simulation.linkHost,
    })
  })
  router.get(['/satisfaction_ratings/count', '/satisfaction_ratings/count.json'], (request, response) => {
    if (!simulation.features.satisfactionRatings) {
      sendPlanForbidden(response)
      return
    }
    const refreshedAt = isoSeconds(simulation.clock.now())
    sendJson(response, { count: { value: find(queryOf(request)).length, refreshed_at: refreshedAt } })
  })
  return router
}

function ratedTickets(simulation: Simulation): Rated[] {
  const rows: Rated[] = []
  for (const ticket of simulation.world.tickets) {
    if (ticket.rating?.system === 'legacy_rating') rows.push({ ticket, rating: ticket.rating })
  }
  return rows.sort((a, b) => a.rating.offeredAt - b.rating.offeredAt || a.rating.id - b.rating.id)
}

function scoreAt(rating: LegacyRating, at: number): 'offered' | 'good' | 'bad' {
  return isPast(rating.answeredAt, at) ? (rating.category ?? 'offered') : 'offered'
}

function matchesScore(score: 'offered' | 'good' | 'bad', wanted: string): boolean {
  if (wanted === 'received' || wanted === 'received_without_comment') return score !== 'offered'
  return score === wanted.replace('_without_comment', '')
}

function renderRating(simulation: Simulation, { ticket, rating }: Rated) {
  const now = simulation.clock.now()
  const answeredAt = isPast(rating.answeredAt, now) ? rating.answeredAt : null
  return {
    id: rating.id,
    url: `${simulation.linkHost}/api/v2/satisfaction_ratings/${rating.id}.json`,
    ticket_id: ticket.id,
    requester_id: ticket.requesterId,
    assignee_id: ticket.agentIds.at(-1) ?? null,
    group_id: ticket.groupId,
    score: scoreAt(rating, now),
    created_at: isoSeconds(rating.offeredAt),
    updated_at: isoSeconds(answeredAt ?? rating.offeredAt),
  }
}

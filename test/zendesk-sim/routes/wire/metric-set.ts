import { ticketIdOf } from '../../simulation.ts'
import type { TicketSource } from '../../simulation.ts'
import { takenAt } from '../../world/agent-parts.ts'
import { isoSeconds, isoSecondsOrNull } from '../../wire-time.ts'
import { ticketStateAt } from './ticket-state.ts'

/**
 * The ticket's metric set as of `at`; null where Zendesk sends none (deleted tickets). Seconds to the first reply are
 * told of messaging tickets only.
 */
export function renderMetricSet(source: TicketSource, at: number) {
  const state = ticketStateAt(source, at)
  if (state.status === 'deleted') return null
  const id = ticketIdOf(source) + 1_000_000_000
  const replySeconds =
    state.firstHumanReplyAt === null ? null : Math.round((state.firstHumanReplyAt - state.createdAt) / 1000)
  const firstSolved = source.kind === 'ticket' && state.solvedAt !== null ? source.solvedAt : state.solvedAt
  const reached = state.firstHumanReplyAt
  const assignedAt = source.kind === 'ticket' && reached !== null ? takenAt(source) : reached
  return {
    id,
    ticket_id: ticketIdOf(source),
    created_at: isoSeconds(state.createdAt),
    updated_at: isoSeconds(state.updatedAt),
    group_stations: state.scope === 'agent' ? 1 : 0,
    assignee_stations: reached === null ? 0 : source.agentIds.length,
    reopens: state.reopens,
    replies: reached === null ? 0 : 1 + state.reopens,
    requester_updated_at: isoSeconds(state.createdAt),
    status_updated_at: isoSeconds(state.updatedAt),
    initially_assigned_at: isoSecondsOrNull(assignedAt),
    assigned_at: isoSecondsOrNull(assignedAt),
    solved_at: isoSecondsOrNull(state.solvedAt),
    latest_comment_added_at: isoSeconds(state.updatedAt),
    reply_time_in_seconds: source.kind === 'ticket' ? { calendar: replySeconds } : undefined,
    reply_time_in_minutes: minutesBetween(state.createdAt, source.kind === 'ticket' ? reached : null),
    first_resolution_time_in_minutes: minutesBetween(state.createdAt, firstSolved),
    full_resolution_time_in_minutes: minutesBetween(state.createdAt, state.solvedAt),
    agent_wait_time_in_minutes: minutesBetween(
      reached ?? 0,
      reached && state.solvedAt && pendingUntil(reached, state.solvedAt),
    ),
    requester_wait_time_in_minutes: minutesBetween(state.createdAt, state.solvedAt),
    on_hold_time_in_minutes: { calendar: 0, business: 0 },
  }
}

/** A third of the time between reply and solution the ticket waited for the customer. */
function pendingUntil(repliedAt: number, solvedAt: number): number {
  return repliedAt + Math.max(0, solvedAt - repliedAt) / 3
}

function minutesBetween(from: number, to: number | null) {
  const minutes = to === null ? null : Math.max(0, Math.round((to - from) / 60_000))
  return { calendar: minutes, business: minutes }
}

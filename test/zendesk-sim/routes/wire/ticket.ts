import { ticketIdOf } from '../../simulation.ts'
import type { Simulation, TicketSource } from '../../simulation.ts'
import { isoSeconds } from '../../wire-time.ts'
import { resolutionFieldId, resolutionTierFieldId, ticketFormId } from './account-facts.ts'
import { isPast, ticketStateAt } from './ticket-state.ts'
import type { TicketState, TicketStatus } from './ticket-state.ts'

const customStatusIds: Record<TicketStatus, number> = {
  new: 6130830355711,
  open: 6130830355712,
  solved: 6130830355713,
  closed: 6130830355714,
  deleted: 6130830355714,
}

/**
 * A ticket as the incremental export shows it at `at` (epoch ms); a deleted one has little left. One literal, because
 * a page renders a thousand of them.
 */
export function renderExportedTicket(
  simulation: Simulation,
  source: TicketSource,
  at: number,
  generatedSecond: number,
) {
  const state = ticketStateAt(source, at)
  const id = ticketIdOf(source)
  if (state.status === 'deleted') return renderDeletedTicket(source, state, id, generatedSecond)
  const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
  const subject = source.kind === 'ticket' ? `Conversation with ${name}` : `Chat with ${name}`
  return {
    url: `${simulation.linkHost}/api/v2/tickets/${id}.json`,
    id,
    external_id: null,
    via: { channel: channelOf(source), source: { from: {}, to: {}, rel: null } },
    created_at: isoSeconds(state.createdAt),
    updated_at: isoSeconds(state.updatedAt),
    type: null,
    subject,
    description: subject,
    priority: null,
    status: state.status,
    recipient: null,
    requester_id: source.requesterId,
    submitter_id: source.requesterId,
    assignee_id: state.firstHumanReplyAt === null ? null : (source.agentIds.at(-1) ?? null),
    organization_id: null,
    group_id: groupOf(source, state),
    is_public: true,
    tags: source.tags,
    custom_fields: customFields(source, at),
    satisfaction_rating: satisfactionAt(source, at),
    custom_status_id: customStatusIds[state.status],
    ticket_form_id: ticketFormId,
    brand_id: state.brandId,
    from_messaging_channel: source.kind === 'ticket',
    generated_timestamp: generatedSecond,
  }
}

function renderDeletedTicket(source: TicketSource, state: TicketState, id: number, generatedSecond: number) {
  return {
    id,
    via: { channel: channelOf(source), source: { from: {}, to: {}, rel: null } },
    created_at: isoSeconds(state.createdAt),
    updated_at: isoSeconds(state.updatedAt),
    subject: 'SCRUBBED',
    description: 'SCRUBBED',
    status: 'deleted',
    brand_id: state.brandId,
    from_messaging_channel: source.kind === 'ticket',
    generated_timestamp: generatedSecond,
  }
}

/** Ticket channel: what the live chat left behind, or the messaging channel. */
export function channelOf(source: TicketSource): string {
  if (source.kind === 'ticket') return source.channel
  return source.kind === 'chat' ? 'chat' : 'chat_offline_message'
}

function groupOf(source: TicketSource, state: TicketState): number | null {
  if (source.kind !== 'ticket') return source.departmentId
  return state.scope === 'ai_agent' ? null : source.groupId
}

function customFields(source: TicketSource, at: number): { id: number; value: string | null }[] {
  const resolution = source.kind === 'ticket' && isPast(source.solvedAt, at) ? source.resolution : null
  return [
    { id: resolutionFieldId, value: resolution },
    { id: resolutionTierFieldId, value: resolution === null ? null : 'contained_resolution' },
  ]
}

/** Surveys do not show on the ticket; legacy ratings do. */
function satisfactionAt(source: TicketSource, at: number) {
  const rating = source.rating
  if (rating?.system !== 'legacy_rating' || rating.offeredAt > at) return { score: 'unoffered' }
  if (!isPast(rating.answeredAt, at) || rating.category === null) return { score: 'offered' }
  return { score: rating.category, id: rating.id }
}

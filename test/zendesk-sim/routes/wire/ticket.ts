import { ticketIdOf } from '../../simulation.ts'
import type { Simulation, TicketSource } from '../../simulation.ts'
import { isoSeconds } from '../../wire-time.ts'
import { resolutionFieldId, ticketFormId } from './account-facts.ts'
import { isPast, ticketStateAt } from './ticket-state.ts'
import type { TicketState, TicketStatus } from './ticket-state.ts'

const customStatusIds: Record<TicketStatus, number> = {
  new: 6130830355711,
  open: 6130830355712,
  solved: 6130830355713,
  closed: 6130830355714,
  deleted: 6130830355714,
}

/** A ticket as the incremental export shows it at `at` (epoch ms). */
export function renderExportedTicket(
  simulation: Simulation,
  source: TicketSource,
  at: number,
  generatedSecond: number,
) {
  const state = ticketStateAt(source, at)
  const id = ticketIdOf(source)
  const common = {
    url: `${simulation.linkHost}/api/v2/tickets/${id}.json`,
    id,
    via: { channel: channelOf(source), source: { from: {}, to: {}, rel: null } },
    created_at: isoSeconds(state.createdAt),
    updated_at: isoSeconds(state.updatedAt),
    status: state.status,
    brand_id: state.brandId,
    from_messaging_channel: source.kind === 'ticket',
    generated_timestamp: generatedSecond,
  }
  if (state.status === 'deleted') return { ...common, subject: 'SCRUBBED', description: 'SCRUBBED' }
  return { ...common, ...ticketBody(simulation, source, state, at) }
}

/** Ticket channel: what the live chat left behind, or the messaging channel. */
export function channelOf(source: TicketSource): string {
  if (source.kind === 'ticket') return source.channel
  return source.kind === 'chat' ? 'chat' : 'chat_offline_message'
}

function ticketBody(simulation: Simulation, source: TicketSource, state: TicketState, at: number) {
  const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
  const subject = source.kind === 'ticket' ? `Conversation with ${name}` : `Chat with ${name}`
  const fields = customFields(source, at)
  return {
    external_id: null,
    type: null,
    subject,
    raw_subject: subject,
    description: subject,
    priority: null,
    recipient: null,
    requester_id: source.requesterId,
    submitter_id: source.requesterId,
    assignee_id: state.firstHumanReplyAt === null ? null : (source.agentIds.at(-1) ?? null),
    organization_id: null,
    group_id: groupOf(source, state),
    collaborator_ids: [],
    follower_ids: [],
    email_cc_ids: [],
    problem_id: null,
    has_incidents: false,
    is_public: true,
    due_at: null,
    tags: source.tags,
    custom_fields: fields,
    fields,
    satisfaction_rating: satisfactionAt(source, at),
    custom_status_id: customStatusIds[state.status],
    followup_ids: [],
    ticket_form_id: ticketFormId,
    allow_channelback: false,
    allow_attachments: true,
  }
}

function groupOf(source: TicketSource, state: TicketState): number | null {
  if (source.kind !== 'ticket') return source.departmentId
  return state.scope === 'ai_agent' ? null : source.groupId
}

function customFields(source: TicketSource, at: number): { id: number; value: string | null }[] {
  const isResolved = source.kind === 'ticket' && isPast(source.solvedAt, at)
  return [{ id: resolutionFieldId, value: isResolved ? source.resolution : null }]
}

/** Surveys do not show on the ticket; legacy ratings do. */
function satisfactionAt(source: TicketSource, at: number) {
  const rating = source.rating
  if (rating?.system !== 'legacy_rating' || rating.offeredAt > at) return { score: 'unoffered' }
  if (!isPast(rating.answeredAt, at) || rating.category === null) return { score: 'offered' }
  return { score: rating.category, id: rating.id }
}

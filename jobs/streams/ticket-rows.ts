import type { ChatTicketFacts, ConversationFacts } from '../../server/metrics/conversation-row.ts'
import type { DeletedTicket } from '../../server/store/deleted-tickets.ts'
import type { PassedOverTicket } from '../../server/store/passed-over-tickets.ts'
import { isMessagingTicket } from './messaging-channel.ts'
import { deviceKeyOf, requesterKeyOf } from './requester.ts'
import type { MetricSet, TicketRecord, User } from './ticket-record.ts'

/** Channels of tickets that live chats leave behind: the chats themselves come from the Chat API. */
const chatChannels = new Set(['chat', 'chat_transcript', 'chat_offline_message'])
const LONGEST_CHANNEL = 60

/** What a page brings beside its tickets, and what decides about them. */
export type TicketSurroundings = {
  scope: 'agent' | 'ai_agent'
  hashKey: string
  messagingChannels: readonly string[]
  /** Ticket field that holds Zendesk's verdict on a bot's conversation. */
  resolutionFieldId: number | null
  /** Ticket field that holds its tier. */
  resolutionTierFieldId: number | null
  users: ReadonlyMap<number, User>
  metricSets: ReadonlyMap<number, MetricSet>
}

export type TicketRows = {
  conversations: ConversationFacts[]
  chatTickets: ChatTicketFacts[]
  deleted: DeletedTicket[]
  /** Of messaging channels the settings do not name. */
  passedOver: PassedOverTicket[]
}

/** Sorts a page of tickets into what they are; tickets of other channels are no contacts of ours, but those of a messenger are counted. */
export function rowsOfTickets(tickets: readonly TicketRecord[], around: TicketSurroundings): TicketRows {
  const rows: TicketRows = { conversations: [], chatTickets: [], deleted: [], passedOver: [] }
  const messaging = new Set(around.messagingChannels)
  for (const ticket of tickets) {
    const channel = ticket.via?.channel ?? ''
    if (ticket.status === 'deleted') {
      rows.deleted.push({ ticket_id: ticket.id, deleted_at: exportedAt(ticket) })
    } else if (chatChannels.has(channel)) {
      rows.chatTickets.push(chatTicketOf(ticket, channel, around))
    } else if (messaging.has(channel)) rows.conversations.push(conversationOfTicket(ticket, channel, around))
    else if (isMessagingTicket(ticket)) rows.passedOver.push(passedOver(ticket, channel))
  }
  return rows
}

/** A channel is one of Zendesk's words; should it ever be a text, little of it is kept. */
function passedOver(ticket: TicketRecord, channel: string): PassedOverTicket {
  return {
    ticket_id: ticket.id,
    channel: channel.slice(0, LONGEST_CHANNEL),
    started_at: ticket.created_at ?? changeTimeOf(ticket),
  }
}

/** Epoch ms of the ticket's last change, system changes included. */
export function changeTimeOf(ticket: TicketRecord): number {
  return exportedAt(ticket) ?? ticket.updated_at ?? ticket.created_at ?? 0
}

/** The export's own time, which moves with a deletion too; null where it is missing. */
function exportedAt({ generated_timestamp: seconds }: TicketRecord): number | null {
  return seconds ? seconds * 1000 : null
}

function chatTicketOf(ticket: TicketRecord, channel: string, around: TicketSurroundings): ChatTicketFacts {
  return {
    ticket_id: ticket.id,
    brand_id: ticket.brand_id ?? null,
    group_id: ticket.group_id ?? null,
    requester_key: requesterKeyOfTicket(ticket, around),
    updated_at: changeTimeOf(ticket),
    channel,
    form_id: ticket.ticket_form_id ?? null,
    device_key: deviceKeyOf(around.hashKey, ticket.requester_id),
    locale: userOf(ticket, around)?.locale ?? null,
    tags: tagsOf(ticket),
    status: ticket.status,
    ...courseOf(ticket, around.metricSets.get(ticket.id)),
  }
}

/** What Zendesk measured of a ticket's course; null where it does not say. */
function courseOf(ticket: TicketRecord, metrics: MetricSet | undefined) {
  const startedAt = ticket.created_at ?? changeTimeOf(ticket)
  const replyAt = firstReplyOf(startedAt, metrics)
  return {
    started_at: startedAt,
    source_first_human_reply_at: replyAt,
    source_reply_known: replyAt !== null || isUnanswered(metrics) ? 1 : 0,
    ended_at: firstSolvedOf(startedAt, metrics),
    reopens: metrics?.reopens ?? null,
    reopened_before: reopenedBefore(ticket, metrics),
    first_agent_at: metrics?.initially_assigned_at ?? metrics?.assigned_at ?? null,
    agent_replies: metrics?.replies ?? null,
    assignee_stations: metrics?.assignee_stations ?? null,
    pending_minutes: metrics?.agent_wait_time_in_minutes?.calendar ?? null,
    on_hold_minutes: metrics?.on_hold_time_in_minutes?.calendar ?? null,
    status_updated_at: metrics?.status_updated_at ?? null,
  }
}

function conversationOfTicket(
  ticket: TicketRecord,
  channel: string,
  around: TicketSurroundings,
): ConversationFacts {
  const course = courseOf(ticket, around.metricSets.get(ticket.id))
  return {
    id: `ticket:${ticket.id}`,
    kind: 'conversation',
    channel,
    ticket_id: ticket.id,
    ticket_brand_id: ticket.brand_id ?? null,
    department_id: null,
    page_host: null,
    tags: tagsOf(ticket),
    group_id: ticket.group_id ?? null,
    locale: userOf(ticket, around)?.locale ?? null,
    source_requester_key: requesterKeyOfTicket(ticket, around),
    device_key: deviceKeyOf(around.hashKey, ticket.requester_id),
    scope: around.scope,
    seen_ai_agent: around.scope === 'ai_agent' ? 1 : 0,
    status: ticket.status,
    started_at: course.started_at,
    first_customer_message_at: course.started_at,
    source_first_human_reply_at: course.source_first_human_reply_at,
    source_reply_known: course.source_reply_known,
    first_any_reply_at: null,
    ended_at: course.ended_at,
    customer_messages: null,
    agent_messages: null,
    agent_count: null,
    reopens: course.reopens,
    reopened_before: course.reopened_before,
    missed: null,
    dropped: null,
    resolution_field: fieldOf(ticket, around.resolutionFieldId),
    form_id: ticket.ticket_form_id ?? null,
    first_agent_at: course.first_agent_at,
    reply_gaps: null,
    reply_gap_seconds: null,
    agent_replies: course.agent_replies,
    assignee_stations: course.assignee_stations,
    pending_minutes: course.pending_minutes,
    on_hold_minutes: course.on_hold_minutes,
    status_updated_at: course.status_updated_at,
    resolution_tier_field: fieldOf(ticket, around.resolutionTierFieldId),
    import_id: null,
    updated_at: changeTimeOf(ticket),
  }
}

/** Zero replies is not an instant reply. */
function firstReplyOf(startedAt: number, metrics: MetricSet | undefined): number | null {
  if (!metrics || metrics.replies === 0) return null
  const minutes = metrics.reply_time_in_minutes?.calendar ?? null
  const seconds = metrics.reply_time_in_seconds?.calendar ?? (minutes === null ? null : minutes * 60)
  return seconds === null ? null : startedAt + seconds * 1000
}

/** No metric set says nothing; neither does one that counts replies but tells no time. */
function isUnanswered(metrics: MetricSet | undefined): boolean {
  if (!metrics) return false
  const tellsTimes = Boolean(metrics.reply_time_in_seconds ?? metrics.reply_time_in_minutes)
  return metrics.replies === 0 || (tellsTimes && !metrics.replies)
}

/**
 * A reopened ticket was reopened before it was solved for good, or before this copy was made. Null where the first
 * end is not known, so that nothing can be measured from it.
 */
function reopenedBefore(ticket: TicketRecord, metrics: MetricSet | undefined): number | null {
  if (!metrics?.reopens || (metrics.first_resolution_time_in_minutes?.calendar ?? null) === null) return null
  const isSolved = ticket.status === 'solved' || ticket.status === 'closed'
  return isSolved ? (metrics.solved_at ?? null) : changeTimeOf(ticket)
}

/** `solved_at` is the latest solution; of a reopened ticket the first is known to the minute. */
function firstSolvedOf(startedAt: number, metrics: MetricSet | undefined): number | null {
  const minutes = metrics?.first_resolution_time_in_minutes?.calendar ?? null
  if (metrics?.reopens && minutes !== null) return startedAt + minutes * 60_000
  return metrics?.solved_at ?? null
}

function requesterKeyOfTicket(ticket: TicketRecord, around: TicketSurroundings): string | null {
  const user = userOf(ticket, around)
  return requesterKeyOf(around.hashKey, user?.email, user?.external_id)
}

function userOf(ticket: TicketRecord, { users }: TicketSurroundings): User | undefined {
  return ticket.requester_id === null || ticket.requester_id === undefined
    ? undefined
    : users.get(ticket.requester_id)
}

/** In order, so that the same tags are the same text. */
function tagsOf({ tags }: TicketRecord): string {
  return JSON.stringify([...(tags ?? [])].sort())
}

function fieldOf(ticket: TicketRecord, fieldId: number | null): string | null {
  const value = ticket.custom_fields?.find((field) => field.id === fieldId)?.value
  return typeof value === 'string' && value !== '' ? value : null
}

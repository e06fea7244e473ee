import { ticketIdOf } from '../../simulation.ts'
import type { Simulation, TicketSource } from '../../simulation.ts'
import { isoSeconds } from '../../wire-time.ts'
import { takenAt } from '../../world/agent-parts.ts'
import { chatTicketClosedAt } from '../../world/chat-ticket.ts'
import type { WorldMessage, WorldTicket } from '../../world/types.ts'
import { resolutionFieldId, ticketFormId } from './account-facts.ts'
import { renderChatStartedEvent } from './chat-started-event.ts'
import { channelOf } from './ticket.ts'
import { ticketStateAt } from './ticket-state.ts'
import { transcriptUntil } from './transcript.ts'

type AuditEvent = Record<string, unknown>
/** Events of one moment; `author` -1 is the system or the bot. */
type Moment = { at: number; author: number; events: (makeId: () => number) => AuditEvent[] }

const systemAuthor = -1
const idsPerTicket = 64

/** Everything that happened to a ticket up to `at`, oldest first. */
export function renderAudits(simulation: Simulation, source: TicketSource, at: number) {
  const id = ticketIdOf(source)
  let lastId = 1_000_000_000_000 + id * idsPerTicket
  const makeId = () => ++lastId
  const messages = transcriptUntil(simulation, source, at)
  const moments = [
    creation(simulation, source),
    ...(source.kind === 'ticket'
      ? messagingMoments(simulation, source, messages)
      : chatMoments(simulation, source, messages)),
  ]
  return moments
    .filter((moment) => moment.at <= at)
    .sort((a, b) => a.at - b.at)
    .map((moment) => ({
      id: makeId(),
      ticket_id: id,
      created_at: isoSeconds(moment.at),
      author_id: moment.author,
      metadata: { system: {}, custom: {} },
      via: { channel: channelOf(source), source: { from: {}, to: {}, rel: null } },
      events: moment.events(makeId),
    }))
}

function creation(simulation: Simulation, source: TicketSource): Moment {
  const createdAt = source.kind === 'ticket' ? source.startedAt : source.endedAt
  const state = ticketStateAt(source, createdAt)
  const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
  const body = `Conversation with ${name}\n\nURL: None`
  const fields: [string, string | readonly string[]][] = [
    ['requester_id', String(source.requesterId)],
    ['subject', `Conversation with ${name}`],
    ['brand_id', String(state.brandId)],
    ['status', source.kind === 'ticket' && !source.bot ? 'new' : 'open'],
    ['tags', source.tags],
    ['ticket_form_id', String(ticketFormId)],
  ]
  return {
    at: createdAt,
    author: source.requesterId,
    events: (makeId) => [
      { id: makeId(), type: 'Comment', author_id: source.requesterId, body, public: false, attachments: [] },
      ...fields.map(([field_name, value]) => ({ id: makeId(), type: 'Create', field_name, value })),
    ],
  }
}

function chatMoments(
  simulation: Simulation,
  chat: TicketSource & { kind: 'chat' | 'offline_message' },
  messages: readonly WorldMessage[],
): Moment[] {
  const started: Moment = {
    at: chat.endedAt,
    author: systemAuthor,
    events: (makeId) => [
      renderChatStartedEvent(simulation, chat, makeId(), messages),
      { id: makeId(), type: 'ChatEndedEvent', value: { chat_id: chat.id } },
      statusChange(makeId, 'open', 'solved'),
    ],
  }
  const closed = change(chatTicketClosedAt(chat), systemAuthor, 'status', 'solved', 'closed')
  return chat.kind === 'chat' ? [started, closed] : [closed]
}

function messagingMoments(
  simulation: Simulation,
  ticket: WorldTicket,
  messages: readonly WorldMessage[],
): Moment[] {
  const moments: Moment[] = []
  const reopenedAt = ticket.reopenedAt ?? Infinity
  const firstSession = messages.filter((message) => message.at < reopenedAt)
  if (ticket.handedOffAt !== null) {
    moments.push(handOff(simulation, ticket, ticket.handedOffAt, firstSession))
  }
  moments.push(...assignments(ticket, messages))
  const beforeSolved = ticket.firstHumanReplyAt === null && !isBotOnly(ticket) ? 'new' : 'open'
  if (ticket.firstHumanReplyAt !== null) {
    moments.push(change(ticket.firstHumanReplyAt, systemAuthor, 'status', 'new', 'open'))
  }
  if (ticket.brandChange !== null) {
    const agent = ticket.agentIds[0] ?? systemAuthor
    const { at, from } = ticket.brandChange
    moments.push(change(at, agent, 'brand_id', String(from), String(ticket.brandId)))
  }
  if (ticket.solvedAt !== null) moments.push(solution(ticket, ticket.solvedAt, beforeSolved))
  if (ticket.reopenedAt !== null) {
    moments.push(reopening(simulation, ticket, ticket.reopenedAt, messages))
    if (ticket.solvedAgainAt !== null) {
      moments.push(
        change(ticket.solvedAgainAt, ticket.agentIds[0] ?? systemAuthor, 'status', 'open', 'solved'),
      )
    }
  }
  if (ticket.closedAt !== null)
    moments.push(change(ticket.closedAt, systemAuthor, 'status', 'solved', 'closed'))
  return moments
}

function isBotOnly(ticket: WorldTicket): boolean {
  return ticket.bot && ticket.handedOffAt === null
}

/** The first session begins for people: at once, or when the bot passes control and the ticket turns New. */
function handOff(
  simulation: Simulation,
  ticket: WorldTicket,
  handedOffAt: number,
  messages: readonly WorldMessage[],
): Moment {
  return {
    at: handedOffAt,
    author: systemAuthor,
    events: (makeId) => [
      ...(ticket.bot ? [statusChange(makeId, 'open', 'new')] : []),
      fieldChange(makeId, 'group_id', null, ticket.groupId === null ? null : String(ticket.groupId)),
      renderChatStartedEvent(simulation, ticket, makeId(), messages),
    ],
  }
}

/** The first agent is assigned some seconds before the first reply, the others with the first message they write. */
function assignments(ticket: WorldTicket, messages: readonly WorldMessage[]): Moment[] {
  const moments: Moment[] = []
  let assignee: number | null = null
  for (const message of messages) {
    if (message.by !== 'agent' || message.agentId === null || message.agentId === assignee) continue
    const previous = assignee === null ? null : String(assignee)
    const at = assignee === null ? (takenAt(ticket) ?? message.at) : message.at
    moments.push(change(at, message.agentId, 'assignee_id', previous, String(message.agentId)))
    assignee = message.agentId
  }
  return moments
}

function solution(ticket: WorldTicket, solvedAt: number, before: string): Moment {
  return {
    at: solvedAt,
    author: ticket.agentIds.at(-1) ?? systemAuthor,
    events: (makeId) => [
      statusChange(makeId, before, 'solved'),
      ...(ticket.resolution === null
        ? []
        : [fieldChange(makeId, String(resolutionFieldId), null, ticket.resolution)]),
      ...(ticket.handedOffAt === null ? [] : [{ id: makeId(), type: 'ChatEndedEvent', value: {} }]),
    ],
  }
}

function reopening(
  simulation: Simulation,
  ticket: WorldTicket,
  reopenedAt: number,
  messages: readonly WorldMessage[],
): Moment {
  const session = messages.filter((message) => message.at >= reopenedAt)
  return {
    at: reopenedAt,
    author: ticket.requesterId,
    events: (makeId) => [
      statusChange(makeId, 'solved', 'open'),
      renderChatStartedEvent(simulation, ticket, makeId(), session),
    ],
  }
}

function change(at: number, author: number, field: string, from: string | null, to: string | null): Moment {
  return { at, author, events: (makeId) => [fieldChange(makeId, field, from, to)] }
}

function statusChange(makeId: () => number, from: string, to: string): AuditEvent {
  return fieldChange(makeId, 'status', from, to)
}

function fieldChange(
  makeId: () => number,
  field: string,
  from: string | null,
  to: string | null,
): AuditEvent {
  return { id: makeId(), type: 'Change', field_name: field, previous_value: from, value: to }
}

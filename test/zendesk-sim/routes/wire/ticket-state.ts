import type { TicketSource } from '../../simulation.ts'
import { chatTicketClosedAt, chatTicketTimes } from '../../world/chat-ticket.ts'
import { ticketBrandIdAt } from '../../world/counts.ts'
import type { WorldChat, WorldTicket } from '../../world/types.ts'

export type TicketStatus = 'new' | 'open' | 'solved' | 'closed' | 'deleted'

/** What a ticket looks like at one moment. */
export type TicketState = {
  status: TicketStatus
  scope: 'agent' | 'ai_agent'
  brandId: number
  createdAt: number
  /** Moves with ticket events only, while generated_timestamp moves with system updates too. */
  updatedAt: number
  solvedAt: number | null
  firstHumanReplyAt: number | null
  reopens: number
}

/** The ticket as of `at` (epoch ms), which is not before its creation. */
export function ticketStateAt(source: TicketSource, at: number): TicketState {
  return source.kind === 'ticket' ? messagingState(source, at) : chatState(source, at)
}

/** Support's view of who works on it: the bot until the hand-off, people ever after. */
export function ticketScopeAt(source: TicketSource, at: number): 'agent' | 'ai_agent' {
  return source.kind === 'ticket' && source.bot && !isPast(source.handedOffAt, at) ? 'ai_agent' : 'agent'
}

export function isPast(instant: number | null, at: number): instant is number {
  return instant !== null && instant <= at
}

function messagingState(ticket: WorldTicket, at: number): TicketState {
  const events = [
    ticket.handedOffAt,
    ticket.firstHumanReplyAt,
    ticket.brandChange?.at ?? null,
    ticket.solvedAt,
    ticket.reopenedAt,
    ticket.solvedAgainAt,
    ticket.closedAt,
    ticket.deletedAt,
  ]
  const solvedAgain = isPast(ticket.solvedAgainAt, at) ? ticket.solvedAgainAt : null
  return {
    status: messagingStatus(ticket, at),
    scope: ticketScopeAt(ticket, at),
    brandId: ticketBrandIdAt(ticket, at),
    createdAt: ticket.startedAt,
    updatedAt: Math.max(ticket.startedAt, ...events.filter((event) => isPast(event, at))),
    solvedAt: solvedAgain ?? (isPast(ticket.solvedAt, at) ? ticket.solvedAt : null),
    firstHumanReplyAt: isPast(ticket.firstHumanReplyAt, at) ? ticket.firstHumanReplyAt : null,
    reopens: isPast(ticket.reopenedAt, at) ? 1 : 0,
  }
}

function messagingStatus(ticket: WorldTicket, at: number): TicketStatus {
  if (isPast(ticket.deletedAt, at)) return 'deleted'
  if (isPast(ticket.closedAt, at)) return 'closed'
  if (isPast(ticket.reopenedAt, at)) return isPast(ticket.solvedAgainAt, at) ? 'solved' : 'open'
  if (isPast(ticket.solvedAt, at)) return 'solved'
  if (ticket.bot && !isPast(ticket.handedOffAt, at)) return 'open'
  return isPast(ticket.firstHumanReplyAt, at) ? 'open' : 'new'
}

function chatState(chat: WorldChat, at: number): TicketState {
  const isClosed = chatTicketClosedAt(chat) <= at
  return {
    status: isPast(chat.deletedAt, at) ? 'deleted' : isClosed ? 'closed' : 'solved',
    scope: 'agent',
    brandId: chat.ticketBrandId ?? chat.brandId,
    createdAt: chat.endedAt,
    updatedAt: Math.max(chat.endedAt, ...chatTicketTimes(chat).filter((time) => time <= at)),
    solvedAt: chat.endedAt,
    firstHumanReplyAt: chat.firstHumanReplyAt,
    reopens: 0,
  }
}

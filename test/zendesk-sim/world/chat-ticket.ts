import type { WorldChat } from './types.ts'

/**
 * Moments at which the ticket of a chat changes, ascending; the first is its creation, at the chat's end.
 * Empty where the chat left no ticket. A late tag of the chat does not reach its ticket.
 */
export function chatTicketTimes(chat: WorldChat): readonly number[] {
  if (chat.ticketId === null) return []
  const closedAt = chatTicketClosedAt(chat)
  const times = [chat.endedAt, closedAt]
  if (chat.deletedAt !== null) return [...times.filter((at) => at < Number(chat.deletedAt)), chat.deletedAt]
  return times
}

const CLOSES_AFTER_MS = 20 * 3_600_000

/** Tickets of chats are solved when the chat ends and closed by an automation the next day. */
export function chatTicketClosedAt(chat: WorldChat): number {
  return chat.endedAt + CLOSES_AFTER_MS
}

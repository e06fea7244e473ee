import type { TicketDetail } from '../../server/metrics/conversation-row.ts'

/** One message of a ticket, whoever recorded it. */
export type TicketMessage = {
  at: number
  by: 'customer' | 'agent' | 'bot'
  /** Which agent; null for others. */
  agent: string | null
  /** By e-mail, once the conversation had moved there; otherwise within the conversation. */
  isEmail?: true
}

export type MessagesRead = {
  messages: readonly TicketMessage[]
  /** When people were first needed, where that is on record. */
  handedOffAt: number | null
  /** True where something other than a message shows that a bot came first. */
  wasBotTicket: boolean
}

/** What a ticket's messages tell of its course. `version` is the ticket's generated time (epoch ms). */
export function detailOf(
  ticket: { ticket_id: number; started_at: number; version: number },
  { messages, handedOffAt, wasBotTicket }: MessagesRead,
): TicketDetail {
  const inOrder = [...messages].sort((a, b) => a.at - b.at)
  const customer = inOrder.filter(({ by }) => by === 'customer')
  const agent = inOrder.filter(({ by }) => by === 'agent')
  const bot = inOrder.filter(({ by }) => by === 'bot')
  const isBotInvolved = wasBotTicket || bot.length > 0
  const firstCustomerAt = customer[0]?.at ?? null
  const neededAt = isBotInvolved ? (handedOffAt ?? ticket.started_at) : (firstCustomerAt ?? ticket.started_at)
  const clockStart = Math.max(neededAt, firstCustomerAt ?? neededAt)
  const firstHumanAt = firstSince(agent, clockStart)
  return {
    ticket_id: ticket.ticket_id,
    generated_at: ticket.version,
    bot_involved: isBotInvolved ? 1 : 0,
    handed_off_at: neededAt,
    first_customer_message_at: firstCustomerAt,
    first_bot_message_at: firstSince(bot, firstCustomerAt ?? ticket.started_at),
    first_human_reply_at: firstHumanAt,
    customer_messages: customer.length,
    agent_messages: agent.length,
    bot_messages: bot.length,
    agent_count: new Set(agent.map((message) => message.agent)).size,
    continued_by_email: agent.some(({ at, isEmail }) => isEmail === true && at >= clockStart) ? 1 : 0,
    handed_back_at: firstHumanAt === null ? null : (bot.find(({ at }) => at > firstHumanAt)?.at ?? null),
  }
}

/** A greeting before the customer's first word is no answer to it, unless nothing else was ever said. */
function firstSince(messages: readonly TicketMessage[], since: number): number | null {
  return (messages.find(({ at }) => at >= since) ?? messages[0])?.at ?? null
}

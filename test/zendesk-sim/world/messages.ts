import { createRandom } from './random.ts'
import type { World, WorldConversation, WorldMessage, WorldTicket } from './types.ts'

/**
 * The messages of a conversation, ascending, made on demand from its seed: they agree with its instants and counts.
 * What was written after a ticket was reopened comes on top of the counts.
 */
export function messagesOf(_world: World, conversation: WorldConversation): WorldMessage[] {
  const messages: WorldMessage[] = []
  if (conversation.kind !== 'ticket' && conversation.triggered) {
    messages.push({ at: conversation.startedAt + 400, by: 'system', agentId: null })
  }
  const withBot = conversation.botMessages
  if (withBot > 0) messages.push(...botSession(conversation))
  if (conversation.customerMessages > withBot || conversation.agentMessages > 0) {
    messages.push(...humanSession(conversation, conversation.customerMessages - withBot))
  }
  if (conversation.kind === 'ticket') messages.push(...reopenedSession(conversation))
  return messages
}

/** Customer and bot in turns, from the first message to the hand-off or, bot-only, to the last message. */
function botSession(conversation: WorldConversation): WorldMessage[] {
  const handedOffAt = conversation.kind === 'ticket' ? conversation.handedOffAt : null
  const end = handedOffAt ?? conversation.lastMessageAt
  const pairs = conversation.botMessages
  const step = (end - conversation.startedAt) / (2 * pairs - 1)
  return Array.from({ length: 2 * pairs }, (_, i) => ({
    at: i === 2 * pairs - 1 ? end : toSecond(conversation.startedAt + i * step),
    by: i % 2 === 0 ? 'customer' : 'bot',
    agentId: null,
  }))
}

function humanSession(conversation: WorldConversation, customerMessages: number): WorldMessage[] {
  const { firstHumanReplyAt, lastMessageAt, agentMessages, agentIds } = conversation
  const handedOff = conversation.botMessages > 0
  const messages: WorldMessage[] = []
  if (!handedOff) messages.push({ at: conversation.firstCustomerMessageAt, by: 'customer', agentId: null })
  let customersLeft = customerMessages - messages.length
  if (firstHumanReplyAt === null) {
    const from = handedOff && conversation.kind === 'ticket' ? conversation.handedOffAt : null
    for (const at of timesBetween(conversation, from ?? conversation.firstCustomerMessageAt, customersLeft)) {
      messages.push({ at, by: 'customer', agentId: null })
    }
    return messages
  }
  messages.push({ at: firstHumanReplyAt, by: 'agent', agentId: agentIds[0] })
  let agentsLeft = agentMessages - 1
  const times = timesBetween(conversation, firstHumanReplyAt, customersLeft + agentsLeft)
  for (const at of times) {
    const customerWrites = agentsLeft === 0 || (customersLeft > 0 && customersLeft >= agentsLeft)
    if (customerWrites) {
      customersLeft--
      messages.push({ at, by: 'customer', agentId: null })
    } else {
      const spoken = agentMessages - agentsLeft
      agentsLeft--
      const speaker = Math.floor((spoken * agentIds.length) / agentMessages)
      messages.push({ at, by: 'agent', agentId: agentIds[speaker] })
    }
  }
  if (messages.length > 0 && times.length > 0) messages[messages.length - 1].at = lastMessageAt
  return messages
}

function reopenedSession(ticket: WorldTicket): WorldMessage[] {
  if (ticket.reopenedAt === null) return []
  const messages: WorldMessage[] = [{ at: ticket.reopenedAt, by: 'customer', agentId: null }]
  if (ticket.solvedAgainAt !== null) {
    const answeredAt = toSecond((ticket.reopenedAt + ticket.solvedAgainAt) / 2)
    messages.push({ at: answeredAt, by: 'agent', agentId: ticket.agentIds[0] })
  }
  return messages
}

/** `count` ascending moments after `from`; the last is the conversation's last message. */
function timesBetween(conversation: WorldConversation, from: number, count: number): number[] {
  if (count <= 0) return []
  const random = createRandom(conversation.seed, 7)
  const span = conversation.lastMessageAt - from
  const whole = conversation.kind === 'ticket'
  const times: number[] = []
  for (let i = 1; i < count; i++) {
    const at = from + (span * (i - 0.8 + 0.6 * random.uniform())) / count
    times.push(whole ? toSecond(at) : Math.round(at))
  }
  times.push(conversation.lastMessageAt)
  return times
}

function toSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}

import type { Simulation } from '../../simulation.ts'
import { oneIn } from '../../stable-number.ts'
import { isoMicroseconds } from '../../wire-time.ts'
import { takenAt } from '../../world/agent-parts.ts'
import { messagesOf } from '../../world/messages.ts'
import type { WorldAgent, WorldChat, WorldMessage } from '../../world/types.ts'

/** Keys left undefined are not sent. */
type HistoryItem = {
  type: string
  name: string
  timestamp: string
  channel: string
  nick?: string | undefined
  [detail: string]: unknown
}

const triggerName = 'Customer Service'

/** The messages of the chat up to `at` (epoch ms). */
export function chatMessagesUntil(simulation: Simulation, chat: WorldChat, at: number): WorldMessage[] {
  return messagesOf(simulation.world, chat)
    .filter((message) => message.at <= at)
    .sort((a, b) => a.at - b.at)
}

/**
 * `history` of a chat: joins, messages, tags, ratings and leaves in the order of time. Two of three say who is
 * speaking; the others leave it to the name, as histories of 2017 did.
 */
export function renderChatHistory(
  chat: WorldChat,
  visitorName: string,
  agents: ReadonlyMap<number, WorldAgent>,
  messages: readonly WorldMessage[],
  at: number,
): HistoryItem[] {
  const channel = `#supportchat:${chat.requesterId.toString(36)}`
  const describesSender = !oneIn(3, chat.seed, 'old history')
  const nameOf = (agentId: number | null) =>
    agentId === null ? triggerName : (agents.get(agentId)?.name ?? 'Agent')
  const membership = (instant: number, type: string, agentId: number | null): Timed => {
    const name = agentId === null ? visitorName : nameOf(agentId)
    const nick = describesSender ? nickOf(agentId) : undefined
    return { at: instant, item: { type, name, timestamp: isoMicroseconds(instant), channel, nick } }
  }

  const timed = [membership(chat.startedAt, 'chat.memberjoin', null)]
  const joined = new Set<number>()
  for (const message of messages) {
    const { agentId } = message
    if (agentId !== null && !joined.has(agentId)) {
      joined.add(agentId)
      const joinAt = joined.size === 1 ? (takenAt(chat) ?? message.at) : message.at
      timed.push(membership(joinAt, 'chat.memberjoin', agentId))
    }
    const name = message.by === 'customer' ? visitorName : nameOf(agentId)
    timed.push({ at: message.at, item: renderMessage(message, name, channel, describesSender) })
  }
  for (const agentId of joined) timed.push(membership(chat.endedAt, 'chat.memberleave', agentId))
  timed.push(membership(chat.endedAt, 'chat.memberleave', null))
  timed.push(...lateItems(chat, visitorName, nameOf(chat.agentIds[0] ?? null), channel, at))
  return timed.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

type Timed = { at: number; item: HistoryItem }

function renderMessage(
  message: WorldMessage,
  name: string,
  channel: string,
  describesSender: boolean,
): HistoryItem {
  const isAgent = message.agentId !== null
  const isCustomer = message.by === 'customer'
  const sender = isCustomer ? 'Visitor' : isAgent ? 'Agent' : 'Trigger'
  const nick = isCustomer ? 'visitor' : isAgent ? nickOf(message.agentId) : 'agent:trigger'
  return {
    type: 'chat.msg',
    name,
    timestamp: isoMicroseconds(message.at),
    channel,
    nick: describesSender ? nick : undefined,
    msg: isCustomer ? '문의드려요.' : isAgent ? '네, 고객님.' : '안녕하세요.',
    sender_type: describesSender ? sender : undefined,
    agent_id: describesSender && isAgent ? String(message.agentId) : undefined,
  }
}

function nickOf(agentId: number | null): string {
  return agentId === null ? 'visitor' : `agent:${agentId}`
}

/** The rating and the tag that came later, as far as they have come. */
function lateItems(
  chat: WorldChat,
  visitorName: string,
  agentName: string,
  channel: string,
  at: number,
): Timed[] {
  const items: Timed[] = []
  const add = (instant: number, type: string, name: string, details: Record<string, unknown>) =>
    items.push({
      at: instant,
      item: { type, name, timestamp: isoMicroseconds(instant), channel, ...details },
    })
  if (chat.lateTag !== null && chat.lateTag.at <= at) {
    const newTags = [...chat.tags, chat.lateTag.tag]
    add(chat.lateTag.at, 'chat.tag', agentName, { tags: chat.tags, new_tags: newTags })
  }
  if (chat.rating !== null && chat.rating.answeredAt <= at) {
    add(chat.rating.answeredAt, 'chat.rating', visitorName, {
      rating: null,
      new_rating: chat.rating.category,
    })
  }
  return items
}

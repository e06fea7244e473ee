import type { Simulation } from '../../simulation.ts'
import { oneIn } from '../../stable-number.ts'
import { isoMicroseconds } from '../../wire-time.ts'
import { messagesOf } from '../../world/messages.ts'
import type { WorldAgent, WorldChat, WorldMessage } from '../../world/types.ts'

type HistoryItem = Record<string, unknown>

/** Time an agent needs from joining a chat to the first message. */
const joinBeforeReplyMilliseconds = 2_000
const triggerName = 'Customer Service'

/** The messages of the chat up to `at` (epoch ms). */
export function chatMessagesUntil(simulation: Simulation, chat: WorldChat, at: number): WorldMessage[] {
  return messagesOf(simulation.world, chat).filter((message) => message.at <= at)
}

/** `history` of a chat: joins, messages, tags, ratings and leaves in the order of time. */
export function renderChatHistory(
  chat: WorldChat,
  visitorName: string,
  agents: ReadonlyMap<number, WorldAgent>,
  messages: readonly WorldMessage[],
  at: number,
): HistoryItem[] {
  const items: { at: number; item: HistoryItem }[] = []
  const channel = `#supportchat:${chat.id}`
  const describesSender = !oneIn(3, chat.id, 'old history')
  const add = (instant: number, item: HistoryItem) =>
    items.push({ at: instant, item: { ...item, timestamp: isoMicroseconds(instant), channel } })
  const nameOf = (agentId: number | null) =>
    agentId === null ? triggerName : (agents.get(agentId)?.name ?? 'Agent')

  add(chat.startedAt, {
    type: 'chat.memberjoin',
    name: visitorName,
    department_id: chat.departmentId,
    department_name: null,
    ...(describesSender && { nick: 'visitor' }),
  })
  const joined = new Set<number>()
  for (const [index, message] of messages.entries()) {
    const isCustomer = message.by === 'customer'
    const agentId = message.agentId
    if (agentId !== null && message.by === 'agent' && !joined.has(agentId)) {
      joined.add(agentId)
      const joinAt = Math.max(chat.startedAt, message.at - joinBeforeReplyMilliseconds)
      const nick = describesSender ? { nick: `agent:${agentId}` } : {}
      add(joinAt, { type: 'chat.memberjoin', name: nameOf(agentId), ...nick })
    }
    add(message.at, {
      type: 'chat.msg',
      name: isCustomer ? visitorName : nameOf(agentId),
      msg: messageText(message.by),
      msg_id: String(message.at),
      options: '',
      ...(describesSender && senderOf(message, index)),
    })
  }
  if (chat.lateTag !== null && chat.lateTag.at <= at) {
    const added = { tags: chat.tags, new_tags: [...chat.tags, chat.lateTag.tag] }
    add(chat.lateTag.at, { type: 'chat.tag', name: nameOf(chat.agentIds[0] ?? null), ...added })
  }
  if (chat.rating !== null && chat.rating.answeredAt <= at) {
    const rating = { rating: null, new_rating: chat.rating.category }
    add(chat.rating.answeredAt, { type: 'chat.rating', name: visitorName, ...rating })
  }
  for (const agentId of joined) add(chat.endedAt, { type: 'chat.memberleave', name: nameOf(agentId) })
  add(chat.endedAt, { type: 'chat.memberleave', name: visitorName })
  return items.sort((a, b) => a.at - b.at).map(({ item }) => item)
}

/** Newer histories say who is speaking; older ones leave it to the name. */
function senderOf(message: WorldMessage, index: number): HistoryItem {
  if (message.by === 'customer') return { index, nick: 'visitor', sender_type: 'Visitor' }
  if (message.agentId === null) return { index, nick: 'agent:trigger', sender_type: 'Trigger' }
  const agentId = message.agentId
  return { index, nick: `agent:${agentId}`, sender_type: 'Agent', agent_id: String(agentId) }
}

function messageText(by: WorldMessage['by']): string {
  if (by === 'customer') return '주문한 상품은 언제 도착하나요?'
  return by === 'agent' ? '확인해 드리겠습니다.' : '안녕하세요. 무엇을 도와드릴까요?'
}

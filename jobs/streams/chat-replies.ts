import type { ChatRecord } from './chat-record.ts'

type HistoryItem = NonNullable<ChatRecord['history']>[number]
type Speaker = 'visitor' | 'agent' | 'automatic'

export type ChatReplies = {
  firstCustomerMessageAt: number | null
  firstHumanReplyAt: number | null
  firstAnyReplyAt: number | null
}

/** Who answered when, by the chat's history; where that is missing, by Chat's own first response time. */
export function repliesOf(chat: ChatRecord): ChatReplies {
  const messages = messagesOf(chat)
  const firstCustomerMessageAt =
    messages.find(({ by }) => by === 'visitor')?.at ?? (messages.length === 0 ? chat.timestamp : null)
  const since = Math.max(chat.timestamp, firstCustomerMessageAt ?? 0)
  const human = messages.filter(({ by }) => by === 'agent')
  const any = messages.filter(({ by }) => by !== 'visitor')
  return {
    firstCustomerMessageAt,
    firstHumanReplyAt: firstSince(human, since) ?? fallback(chat, since),
    firstAnyReplyAt: firstSince(any, since),
  }
}

/** A greeting before the customer's first word is no answer to it, unless nothing else was ever said. */
function firstSince(messages: readonly { at: number }[], since: number): number | null {
  return (messages.find(({ at }) => at >= since) ?? messages[0])?.at ?? null
}

function fallback(chat: ChatRecord, since: number): number | null {
  const seconds = chat.response_time?.first ?? null
  return seconds === null || chat.missed === 1 ? null : since + seconds * 1000
}

function messagesOf(chat: ChatRecord): { at: number; by: Speaker }[] {
  const joins = new Map<string, number>()
  const messages: { at: number; by: Speaker }[] = []
  for (const item of chat.history ?? []) {
    const name = item.name ?? ''
    if (item.type === 'chat.memberjoin') joins.set(name, (joins.get(name) ?? 0) + 1)
    if (item.type === 'chat.msg') {
      messages.push({ at: item.timestamp, by: declaredSpeaker(item) ?? namedSpeaker(name, chat, joins) })
    }
  }
  return messages
}

/** Newer histories say who speaks. */
function declaredSpeaker({ sender_type, nick }: HistoryItem): Speaker | null {
  const type = sender_type?.toLowerCase()
  if (type === 'visitor' || type === 'agent') return type
  if (type) return 'automatic'
  if (nick?.startsWith('visitor')) return 'visitor'
  if (nick === 'agent:trigger' || nick?.startsWith('trigger')) return 'automatic'
  return nick?.startsWith('agent:') ? 'agent' : null
}

/**
 * In older ones agents are known by name, and what a trigger said by elimination. Where an agent is the visitor's
 * namesake, the name is the visitor's until it joins a second time.
 */
function namedSpeaker(name: string, chat: ChatRecord, joins: ReadonlyMap<string, number>): Speaker {
  const isVisitorsName = name === chat.visitor?.name
  if (chat.agent_names?.includes(name) && !(isVisitorsName && (joins.get(name) ?? 0) < 2)) return 'agent'
  return isVisitorsName || chat.triggered !== 1 ? 'visitor' : 'automatic'
}

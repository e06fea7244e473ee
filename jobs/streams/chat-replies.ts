import type { ChatRecord } from './chat-record.ts'

type HistoryItem = NonNullable<ChatRecord['history']>[number]
type Speaker = 'visitor' | 'agent' | 'automatic'
type Moment = { at: number; by: Speaker }

export type ChatReplies = {
  firstCustomerMessageAt: number | null
  firstHumanReplyAt: number | null
  firstAnyReplyAt: number | null
  /** When the first agent joined; null where the history tells of no such join. */
  firstAgentAt: number | null
  /** Turns of the visitor that a person answered, and how long they waited together; null without a history. */
  replyGaps: number | null
  replyGapSeconds: number | null
}

/** Who came and answered when, by the chat's history; where that is missing, by Chat's own first response time. */
export function repliesOf(chat: ChatRecord): ChatReplies {
  const { messages, agentJoins } = courseOf(chat)
  const firstCustomerMessageAt =
    messages.find(({ by }) => by === 'visitor')?.at ?? (messages.length === 0 ? chat.timestamp : null)
  const since = Math.max(chat.timestamp, firstCustomerMessageAt ?? 0)
  const human = messages.filter(({ by }) => by === 'agent')
  const any = messages.filter(({ by }) => by !== 'visitor')
  const gaps = gapsOf(messages)
  return {
    firstCustomerMessageAt,
    firstHumanReplyAt: firstSince(human, since) ?? fallback(chat, since),
    firstAnyReplyAt: firstSince(any, since),
    firstAgentAt: agentJoins.length === 0 ? null : Math.min(...agentJoins),
    replyGaps: messages.length === 0 ? null : gaps.count,
    replyGapSeconds: gaps.count === 0 ? null : gaps.seconds,
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

/** As Chat counts its response times: of each run of visitor messages, from the first to the next one of an agent. */
function gapsOf(messages: readonly Moment[]): { count: number; seconds: number } {
  let askedAt: number | null = null
  let count = 0
  let milliseconds = 0
  for (const { at, by } of messages) {
    if (by === 'visitor') askedAt ??= at
    else if (by === 'agent' && askedAt !== null) {
      count++
      milliseconds += at - askedAt
      askedAt = null
    }
  }
  return { count, seconds: milliseconds / 1000 }
}

/** Messages in the order of time, and the moments at which agents joined. */
function courseOf(chat: ChatRecord): { messages: Moment[]; agentJoins: number[] } {
  const joins = new Map<string, number>()
  const messages: Moment[] = []
  const agentJoins: number[] = []
  let isOrdered = true
  for (const item of chat.history ?? []) {
    const isJoin = item.type === 'chat.memberjoin'
    if (!isJoin && item.type !== 'chat.msg') continue
    const name = item.name ?? ''
    if (isJoin) joins.set(name, (joins.get(name) ?? 0) + 1)
    const by = declaredSpeaker(item) ?? namedSpeaker(name, chat, joins)
    if (!isJoin) {
      if (messages.length > 0 && messages[messages.length - 1].at > item.timestamp) isOrdered = false
      messages.push({ at: item.timestamp, by })
    } else if (by === 'agent') agentJoins.push(item.timestamp)
  }
  if (!isOrdered) messages.sort((one, other) => one.at - other.at)
  return { messages, agentJoins }
}

/** Newer histories say who speaks. */
function declaredSpeaker({ sender_type, nick, agent_id }: HistoryItem): Speaker | null {
  const type = sender_type?.toLowerCase()
  if (type === 'visitor' || type === 'agent') return type
  if (type) return 'automatic'
  if (nick?.startsWith('visitor')) return 'visitor'
  if (nick === 'agent:trigger' || nick?.startsWith('trigger')) return 'automatic'
  if (nick?.startsWith('agent:')) return 'agent'
  return agent_id ? 'agent' : null
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

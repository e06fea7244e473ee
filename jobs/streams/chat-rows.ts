import { chatRatingCategory } from '../../server/metrics/chat-rating.ts'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import type { ChatEngagement } from '../../server/store/chat-engagements.ts'
import type { CsatAnswer } from '../../server/store/csat-answers.ts'
import type { ChatRecord } from './chat-record.ts'
import { repliesOf } from './chat-replies.ts'
import { deviceKeyOf, requesterKeyOf } from './requester.ts'

/** What is kept of a chat: counts, moments and keyed hashes. */
export function conversationOfChat(
  chat: ChatRecord,
  hashKey: string,
  engagements: readonly ChatEngagement[],
): ConversationFacts {
  const isChat = chat.type === 'chat'
  const replies = isChat ? repliesOf(chat) : null
  return {
    id: `chat:${chat.id}`,
    kind: isChat ? 'conversation' : 'offline_message',
    channel: isChat ? 'chat' : 'chat_offline_message',
    ticket_id: chat.zendesk_ticket_id ?? null,
    ticket_brand_id: null,
    department_id: chat.department_id ?? null,
    page_host: hostOf(chat.webpath?.[0]),
    tags: JSON.stringify([...(chat.tags ?? [])].sort()),
    group_id: chat.department_id ?? null,
    locale: null,
    source_requester_key: requesterKeyOf(hashKey, chat.visitor?.email, null),
    device_key: deviceKeyOf(hashKey, chat.visitor?.id),
    scope: null,
    seen_ai_agent: 0,
    status: chat.deleted === 1 ? 'deleted' : null,
    started_at: chat.timestamp,
    first_customer_message_at: replies ? replies.firstCustomerMessageAt : chat.timestamp,
    source_first_human_reply_at: replies?.firstHumanReplyAt ?? null,
    source_reply_known: 1,
    first_any_reply_at: replies?.firstAnyReplyAt ?? null,
    ended_at: endOf(chat),
    customer_messages: chat.count?.visitor ?? null,
    agent_messages: chat.count?.agent ?? null,
    agent_count: isChat ? agentCountOf(chat, engagements) : null,
    reopens: null,
    reopened_before: null,
    missed: chat.missed ?? null,
    dropped: chat.dropped ?? null,
    resolution_field: null,
    form_id: null,
    first_agent_at: replies?.firstAgentAt ?? null,
    reply_gaps: replies?.replyGaps ?? null,
    reply_gap_seconds: replies?.replyGapSeconds ?? null,
    agent_replies: null,
    assignee_stations: null,
    pending_minutes: null,
    on_hold_minutes: null,
    status_updated_at: null,
    resolution_tier_field: null,
    import_id: null,
    updated_at: updateTimeOf(chat),
  }
}

/** The chat's own rating; null while there is none, or once it was taken back. */
export function ratingOfChat(chat: ChatRecord, readings: ZendeskReadings): CsatAnswer | null {
  if (!chat.rating) return null
  const given = chat.history?.findLast((item) => item.new_rating === chat.rating)
  return {
    id: `chat:${chat.id}`,
    source: 'chat_rating',
    ticket_id: chat.zendesk_ticket_id ?? null,
    conversation_id: `chat:${chat.id}`,
    offered_at: null,
    answered_at: given?.timestamp ?? endOf(chat),
    raw_rating: chat.rating,
    category: chatRatingCategory(chat.rating, readings),
    reason: null,
    updated_at: updateTimeOf(chat),
  }
}

/** Only the export tells when a chat was last changed; elsewhere its end has to do. */
export function updateTimeOf(chat: ChatRecord): number {
  return chat.update_timestamp ?? chat.end_timestamp ?? chat.timestamp
}

function endOf(chat: ChatRecord): number | null {
  if (chat.end_timestamp) return chat.end_timestamp
  return chat.duration === null || chat.duration === undefined ? null : chat.timestamp + chat.duration * 1000
}

/** Whoever was engaged; where that is not said, whoever the chat names. */
function agentCountOf(chat: ChatRecord, engagements: readonly ChatEngagement[]): number {
  const engaged = new Set(engagements.map(({ agent_id }) => agent_id).filter((agent) => agent !== null))
  return engaged.size > 0 ? engaged.size : new Set((chat.agent_ids ?? []).map(String)).size
}

/** Host of the page the chat began on; the path may name a person's order, so it is not kept. */
function hostOf(page: unknown): string | null {
  const first: unknown = Array.isArray(page) ? page[0] : page
  if (typeof first !== 'object' || first === null || !('to' in first) || typeof first.to !== 'string')
    return null
  const start = commonStart.exec(first.to)?.[0]
  if (start === undefined) return hostOfAddress(first.to)
  let host = hosts.get(start)
  if (host === undefined) {
    if (hosts.size === MOST_HOSTS) hosts.clear()
    hosts.set(start, (host = hostOfAddress(start)))
  }
  return host
}

/** What follows such a start can neither change the host nor make an address of it that is none. */
const commonStart = /^https?:\/\/[a-z0-9.-]+\//
/** Pages of an account have few hosts, and reading an address takes long. */
const hosts = new Map<string, string | null>()
const MOST_HOSTS = 1000

function hostOfAddress(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() || null : null
}

import type { ConversationFacts } from '../metrics/conversation-row.ts'
import { isOneOf } from '../settings/zendesk-readings.ts'
import { readChatType } from './read-choice.ts'
import type { RowCells, RowKnowledge } from './row-cells.ts'

export type ImportedRating = { raw_rating: string; category: 'good' | 'bad' | null; answered_at: number }
export type ImportedChat = { facts: ConversationFacts; rating: ImportedRating | null }

/** Older than anything Zendesk itself says of a chat, so that its own copy always wins. */
const OLDEST = 0

/** The chat a line of a file tells of, or null where `cells` notes why it cannot be read. */
export function chatOf(cells: RowCells, knowledge: RowKnowledge, importId: number): ImportedChat | null {
  const id = chatIdOf(cells)
  const startedAt = cells.moment('started_at')
  if (startedAt === null && !told(cells, 'started_at')) cells.refuse('started_at', 'moment_needed')
  const brandId = cells.brand('brand')
  const kind = kindOf(cells)
  const endedAt = endOf(cells, startedAt)
  const reply = kind === 'offline_message' ? null : replyOf(cells, startedAt)
  const missed = cells.yesNo('missed')
  const agentMessages = cells.whole('agent_messages')
  const departmentId = departmentOf(cells, knowledge, brandId)
  const rating = ratingOf(cells, knowledge, endedAt ?? startedAt ?? 0)
  const facts: ConversationFacts = {
    id: `chat:${id}`,
    kind,
    channel: kind === 'conversation' ? 'chat' : 'chat_offline_message',
    ticket_id: cells.whole('ticket_id'),
    ticket_brand_id: brandId,
    department_id: departmentId,
    page_host: hostOf(cells.text('page')),
    tags: tagsOf(cells.text('tags')),
    group_id: departmentId,
    locale: cells.language('language'),
    source_requester_key: requesterOf(cells.text('visitor_email'), knowledge),
    device_key: null,
    scope: null,
    seen_ai_agent: 0,
    status: null,
    started_at: startedAt ?? 0,
    first_customer_message_at: startedAt,
    source_first_human_reply_at: reply,
    source_reply_known: isReplyKnown(cells, reply, missed, agentMessages) ? 1 : 0,
    first_any_reply_at: reply,
    ended_at: endedAt,
    customer_messages: cells.whole('customer_messages'),
    agent_messages: agentMessages,
    agent_count: kind === 'offline_message' ? null : agentCountOf(cells),
    reopens: null,
    reopened_before: null,
    missed,
    dropped: cells.yesNo('dropped'),
    resolution_field: null,
    form_id: null,
    first_agent_at: null,
    reply_gaps: null,
    reply_gap_seconds: null,
    agent_replies: null,
    assignee_stations: null,
    pending_minutes: null,
    on_hold_minutes: null,
    status_updated_at: null,
    resolution_tier_field: null,
    import_id: importId,
    updated_at: OLDEST,
  }
  return cells.problems.length > 0 ? null : { facts, rating }
}

function told(cells: RowCells, field: string): boolean {
  return cells.problems.some((problem) => problem.field === field)
}

function chatIdOf(cells: RowCells): string | null {
  const id = cells.text('chat_id')?.replace(/^(chat:|#)/, '') ?? null
  if (id === null) return told(cells, 'chat_id') ? null : cells.refuse('chat_id', 'value_missing')
  return /^[\w.:-]{1,100}$/.test(id) ? id : cells.refuse('chat_id', 'text_unsuitable')
}

function kindOf(cells: RowCells): ConversationFacts['kind'] {
  const text = cells.text('type')
  if (text === null) return 'conversation'
  return readChatType(text) ?? cells.refuse('type', 'choice_unknown') ?? 'conversation'
}

function endOf(cells: RowCells, startedAt: number | null): number | null {
  const endedAt = cells.moment('ended_at')
  const duration = cells.seconds('duration')
  if (startedAt === null) return null
  if (endedAt === null) return duration === null ? null : startedAt + Math.round(duration * 1000)
  return endedAt < startedAt ? cells.refuse('ended_at', 'ends_before_start') : endedAt
}

function replyOf(cells: RowCells, startedAt: number | null): number | null {
  const at = cells.moment('first_reply_at')
  const seconds = cells.seconds('first_reply_seconds')
  if (startedAt === null) return null
  if (at === null) return seconds === null ? null : startedAt + Math.round(seconds * 1000)
  return at < startedAt ? cells.refuse('first_reply_at', 'reply_before_start') : at
}

/** An empty cell says that nobody replied only where nothing else in the row says the opposite. */
function isReplyKnown(
  cells: RowCells,
  reply: number | null,
  missed: 0 | 1 | null,
  agentMessages: number | null,
): boolean {
  if (reply !== null || missed === 1 || agentMessages === 0) return true
  const isAsked = cells.has('first_reply_at') || cells.has('first_reply_seconds')
  return isAsked && missed !== 0 && agentMessages === null
}

function agentCountOf(cells: RowCells): number | null {
  const names = cells.text('agents')
  const count = cells.whole('agent_count')
  if (count !== null || names === null) return count
  const different = names.split(/[,;|/\n]/).map((name) => name.trim().toLowerCase())
  return new Set(different.filter((name) => name !== '')).size
}

function departmentOf(cells: RowCells, { names }: RowKnowledge, brandId: number | null): number | null {
  const text = cells.text('department')
  if (text === null) return null
  const known = names.department(text) ?? (/^\d{1,15}$/.test(text) ? Number(text) : null)
  // Departments of a closed account need not be known where the brand is.
  return known ?? (brandId === null ? cells.refuse('department', 'department_unknown') : null)
}

/** The host alone: the path may name a person's order. */
function hostOf(page: string | null): string | null {
  if (page === null) return null
  const address = /^[a-z]+:\/\//i.test(page) ? page : `https://${page}`
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase() || null : null
}

/** Tags as Zendesk writes them; anything with an @ is somebody's address. */
function tagsOf(text: string | null): string {
  if (text === null) return '[]'
  const tags = text.replace(/^\[|\]$|"/g, '').split(/[,;|\s]+/)
  return JSON.stringify(
    [...new Set(tags.filter((tag) => tag !== '' && tag.length <= 80 && !tag.includes('@')))].sort(),
  )
}

function requesterOf(email: string | null, { hash }: RowKnowledge): string | null {
  const address = email?.toLowerCase() ?? ''
  return address.includes('@') ? hash(address) : null
}

function ratingOf(cells: RowCells, { readings }: RowKnowledge, answered_at: number): ImportedRating | null {
  const raw_rating = cells.word('rating')
  if (raw_rating === null || /^(unrated|not rated|평가 없음|미평가)$/i.test(raw_rating)) return null
  const isGood = isOneOf(raw_rating, [...readings.chatRatingGood, '좋음', '만족', 'satisfied'])
  const isBad = isOneOf(raw_rating, [...readings.chatRatingBad, '나쁨', '불만족', 'dissatisfied'])
  return { raw_rating, category: isGood ? 'good' : isBad ? 'bad' : null, answered_at }
}

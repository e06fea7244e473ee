import {
  flagOf,
  idOf,
  isAmountIfAny,
  isFlagIfAny,
  isIdWordIfAny,
  isIdWordsIfAny,
  isListIfAny,
  isRecord,
  isRecordIfAny,
  isTextIfAny,
  isTextsIfAny,
  momentOf,
} from '../zendesk/plain-values.ts'
import type { ChatRecord } from './chat-record.ts'

type HistoryItem = NonNullable<ChatRecord['history']>[number]

/** A chat in its common form, exactly as its schema reads it; null for any other, which the schema has to judge. */
export function plainChatOf(record: unknown): ChatRecord | null {
  if (!isRecord(record)) return null
  const { id, type, visitor, count, response_time, duration, rating } = record
  const { missed, dropped, triggered, deleted, webpath, agent_ids, agent_names, tags, engagements } = record
  const timestamp = momentOf(record.timestamp)
  const endedAt = momentOf(record.end_timestamp)
  const updatedAt = momentOf(record.update_timestamp)
  const departmentId = idOf(record.department_id)
  const ticketId = idOf(record.zendesk_ticket_id)
  if (typeof id !== 'string' || id === '' || (type !== 'chat' && type !== 'offline_msg')) return null
  if (typeof timestamp !== 'number' || Number.isNaN(timestamp)) return null
  if ([endedAt, updatedAt, departmentId, ticketId].some(Number.isNaN)) return null
  if (!isAmountIfAny(duration) || !isTextIfAny(rating)) return null
  if (!isFlagIfAny(missed) || !isFlagIfAny(dropped)) return null
  if (!isFlagIfAny(triggered) || !isFlagIfAny(deleted)) return null
  if (!isListIfAny(webpath) || !isListIfAny(engagements) || !isTextsIfAny(tags)) return null
  if (!isIdWordsIfAny(agent_ids) || !isTextsIfAny(agent_names)) return null
  if (!isRecordIfAny(visitor) || !isRecordIfAny(count) || !isRecordIfAny(response_time)) return null
  if (!isTextIfAny(visitor?.id) || !isTextIfAny(visitor?.email) || !isTextIfAny(visitor?.name)) return null
  if (!isAmountIfAny(count?.visitor) || !isAmountIfAny(count?.agent)) return null
  if (!isAmountIfAny(response_time?.first)) return null
  const history = historyOf(record.history)
  if (history === 'unusual') return null
  return {
    id,
    type,
    timestamp,
    end_timestamp: endedAt,
    update_timestamp: updatedAt,
    duration,
    visitor: visitor && { id: visitor.id, email: visitor.email, name: visitor.name },
    webpath,
    department_id: departmentId,
    agent_ids,
    agent_names,
    missed: flagOf(missed),
    dropped: flagOf(dropped),
    triggered: flagOf(triggered),
    deleted: flagOf(deleted),
    rating,
    tags,
    count: count && { visitor: count.visitor, agent: count.agent },
    response_time: response_time && { first: response_time.first },
    history,
    engagements,
    zendesk_ticket_id: ticketId,
  }
}

function historyOf(history: unknown): HistoryItem[] | null | undefined | 'unusual' {
  if (!isListIfAny(history)) return 'unusual'
  if (!history) return history
  const items: HistoryItem[] = []
  for (const item of history) {
    const read = isRecord(item) ? historyItemOf(item) : null
    if (read === null) return 'unusual'
    items.push(read)
  }
  return items
}

function historyItemOf(item: Record<string, unknown>): HistoryItem | null {
  const { type, name, nick, sender_type, agent_id, new_rating } = item
  const timestamp = momentOf(item.timestamp)
  if (typeof type !== 'string' || typeof timestamp !== 'number' || Number.isNaN(timestamp)) return null
  if (!isTextIfAny(name) || !isTextIfAny(nick) || !isTextIfAny(sender_type)) return null
  if (!isIdWordIfAny(agent_id) || !isTextIfAny(new_rating)) return null
  return { type, timestamp, name, nick, sender_type, agent_id, new_rating }
}

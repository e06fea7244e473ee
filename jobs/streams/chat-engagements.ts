import { z } from 'zod'
import type { ChatEngagement } from '../../server/store/chat-engagements.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import {
  flagOf,
  idOf,
  isAmountIfAny,
  isFlagIfAny,
  isRecord,
  isRecordIfAny,
  momentOf,
} from '../zendesk/plain-values.ts'
import { amount, flag, id, instant } from '../zendesk/wire.ts'
import type { ChatRecord } from './chat-record.ts'
import { understand } from './understand.ts'

export const engagementSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  agent_id: id.nullish().catch(null),
  department_id: id.nullish().catch(null),
  timestamp: instant,
  duration: amount.nullish(),
  accepted: flag.nullish(),
  assigned: flag.nullish(),
  count: z.object({ agent: amount.nullish(), visitor: amount.nullish() }).nullish(),
})

type Engagement = z.infer<typeof engagementSchema>

/** An engagement in its common form, exactly as its schema reads it; null for any other. */
export function plainEngagementOf(record: unknown): Engagement | null {
  if (!isRecord(record)) return null
  const { id, duration, accepted, assigned, count } = record
  const agentId = idOf(record.agent_id)
  const departmentId = idOf(record.department_id)
  const timestamp = momentOf(record.timestamp)
  if (typeof id !== 'string' || id === '') return null
  if (typeof timestamp !== 'number' || [timestamp, agentId, departmentId].some(Number.isNaN)) return null
  if (!isAmountIfAny(duration) || !isFlagIfAny(accepted) || !isFlagIfAny(assigned)) return null
  if (!isRecordIfAny(count) || !isAmountIfAny(count?.agent) || !isAmountIfAny(count?.visitor)) return null
  return {
    id,
    agent_id: agentId,
    department_id: departmentId,
    timestamp,
    duration,
    accepted: flagOf(accepted),
    assigned: flagOf(assigned),
    count: count && { agent: count.agent, visitor: count.visitor },
  }
}

/**
 * Each agent's part in a chat. One that cannot be understood is put aside by the chat's id and its place in the list;
 * the chat itself is kept.
 */
export function engagementsOfChat(chat: ChatRecord): {
  engagements: ChatEngagement[]
  quarantined: QuarantineEntry[]
} {
  const listed = chat.engagements ?? []
  if (listed.length === 0) return { engagements: [], quarantined: [] }
  const conversationId = `chat:${chat.id}`
  const engagements: ChatEngagement[] = []
  const quarantined: QuarantineEntry[] = []
  listed.forEach((record, position) => {
    const read = understand([record], engagementSchema, plainEngagementOf)
    for (const entry of read.quarantined) {
      quarantined.push({ ...entry, id: chat.id, path: `engagements.${position}.${entry.path}` })
    }
    for (const engagement of read.rows) {
      engagements.push({
        id: `${conversationId}:${engagement.id}`,
        conversation_id: conversationId,
        agent_id: engagement.agent_id ?? null,
        department_id: engagement.department_id ?? null,
        started_at: engagement.timestamp,
        duration_seconds: engagement.duration ?? null,
        accepted: engagement.accepted ?? null,
        assigned: engagement.assigned ?? null,
        agent_messages: engagement.count?.agent ?? null,
        customer_messages: engagement.count?.visitor ?? null,
      })
    }
  })
  return { engagements, quarantined }
}

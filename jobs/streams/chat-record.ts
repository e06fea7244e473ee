import { z } from 'zod'
import { isRecord } from '../zendesk/plain-values.ts'
import { amount, flag, id, instant } from '../zendesk/wire.ts'
import { historySchema } from './chat-history.ts'

/** A chat or offline message as the incremental export sends it; of its words nothing is read. */
export const chatRecordSchema = z.object({
  id: z.string().min(1),
  type: z.enum(['chat', 'offline_msg']),
  timestamp: instant,
  end_timestamp: instant.nullish(),
  update_timestamp: instant.nullish(),
  duration: amount.nullish(),
  visitor: z
    .object({ id: z.string().nullish(), email: z.string().nullish(), name: z.string().nullish() })
    .nullish(),
  webpath: z.array(z.unknown()).nullish(),
  department_id: id.nullish(),
  agent_ids: z.array(z.union([z.string(), z.number()])).nullish(),
  agent_names: z.array(z.string()).nullish(),
  missed: flag.nullish(),
  dropped: flag.nullish(),
  triggered: flag.nullish(),
  deleted: flag.nullish(),
  rating: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  count: z.object({ visitor: amount.nullish(), agent: amount.nullish() }).nullish(),
  response_time: z.object({ first: amount.nullish() }).nullish(),
  history: historySchema.nullish(),
  /** Read one by one: one that is not understood takes nothing from the chat. */
  engagements: z.array(z.unknown()).nullish(),
  zendesk_ticket_id: id.nullish(),
})

export type ChatRecord = z.infer<typeof chatRecordSchema>

const strippedChatSchema = z.object({
  id: z.string().min(1),
  deleted: z.union([z.literal(true), z.literal(1)]),
  update_timestamp: instant.nullish().catch(null),
})

export type StrippedChat = z.infer<typeof strippedChatSchema>

/** A deleted chat of which too little is left to be a conversation; null for everything else. */
export function strippedChatOf(record: unknown): StrippedChat | null {
  // Nearly all are not: told without the schema.
  if (!isRecord(record) || (record.deleted !== true && record.deleted !== 1)) return null
  const stripped = strippedChatSchema.safeParse(record)
  return stripped.success && !chatRecordSchema.safeParse(record).success ? stripped.data : null
}

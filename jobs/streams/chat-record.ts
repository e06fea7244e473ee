import { z } from 'zod'
import { flag, id, instant } from '../zendesk/wire.ts'

const historyItemSchema = z.object({
  type: z.string(),
  timestamp: instant,
  name: z.string().nullish(),
  nick: z.string().nullish(),
  sender_type: z.string().nullish(),
  new_rating: z.string().nullish(),
})

/** A chat or offline message as the incremental export sends it; of its words nothing is read. */
export const chatRecordSchema = z.object({
  id: z.string().min(1),
  type: z.enum(['chat', 'offline_msg']),
  timestamp: instant,
  end_timestamp: instant.nullish(),
  update_timestamp: instant.nullish(),
  duration: z.number().nullish(),
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
  count: z.object({ visitor: z.number().nullish(), agent: z.number().nullish() }).nullish(),
  response_time: z.object({ first: z.number().nullish() }).nullish(),
  history: z.array(historyItemSchema).nullish(),
  engagements: z.array(z.object({ agent_id: z.union([z.string(), z.number()]).nullish() })).nullish(),
  zendesk_ticket_id: id.nullish(),
})

export type ChatRecord = z.infer<typeof chatRecordSchema>

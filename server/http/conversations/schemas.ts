import { z } from 'zod'
import type * as contract from '../../contract-conversations.ts'
import { questionFilterSchema } from '../answer-schemas.ts'
import { metricKeySchema } from '../comparison-schemas.ts'

const day = z.string()
const instant = z.string()
const flag = z.boolean().nullable()
const number = z.number().nullable()

export const conversationRowSchema: z.ZodType<contract.ConversationRow> = z.strictObject({
  id: z.string(),
  kind: z.enum(['conversation', 'offline_message']),
  source: z.enum(['chat', 'messaging', 'bot']),
  brand: z.strictObject({ id: z.number(), name: z.string() }),
  channel: z.string(),
  day,
  startedAt: instant,
  endedAt: instant.nullable(),
  handedOffAt: instant.nullable(),
  firstReplySeconds: number,
  waitSeconds: number,
  resolutionSeconds: number,
  rating: z.strictObject({ category: z.enum(['good', 'neutral', 'bad']), source: z.string() }).nullable(),
  language: z.string().nullable(),
  topic: z.string(),
  group: z.strictObject({ id: z.number(), name: z.string().nullable() }).nullable(),
  botInvolved: flag,
  humanReplied: flag,
  inOpeningHours: flag,
  outcome: z.string(),
  status: z.string().nullable(),
  resolvedBy: z.enum(['agent', 'bot']).nullable(),
  transferred: flag,
  reopened: flag,
  continuedByEmail: flag,
  missed: flag,
  dropped: flag,
  customerMessages: number,
  agentMessages: number,
  agents: number,
  ticketId: number,
  zendeskUrl: z.string().nullable(),
  inFigure: z.strictObject({ counted: flag, value: number }).nullable(),
})

export const conversationsAnswerSchema: z.ZodType<contract.ConversationsAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  filter: questionFilterSchema.nullable(),
  sort: z.enum(['started', 'first_reply', 'wait', 'resolution', 'messages', 'figure']),
  order: z.enum(['asc', 'desc']),
  total: z.number(),
  first: number,
  rows: z.array(conversationRowSchema),
  next: z.string().nullable(),
  previous: z.string().nullable(),
  figure: z
    .strictObject({
      metric: metricKeySchema,
      kind: z.enum(['duration', 'rate', 'count', 'load', 'money']),
      name: z.strictObject({ en: z.string(), ko: z.string() }),
      counted: z.enum(['all', 'yes', 'no']),
      window: z
        .strictObject({
          side: z.enum(['before', 'after', 'now']),
          value: number,
          n: z.number(),
          from: day,
          to: day,
        })
        .nullable(),
      numerator: number,
      totalSeconds: number,
      leftOut: z.array(z.strictObject({ day, why: z.enum(['closed', 'differs', 'week']) })),
    })
    .nullable(),
})

export const filterChoicesAnswerSchema: z.ZodType<contract.FilterChoicesAnswer> = z.strictObject({
  channels: z.array(z.string()),
  languages: z.array(z.string()),
  topics: z.array(z.string()),
  groups: z.array(z.strictObject({ id: z.string(), name: z.string().nullable() })),
})

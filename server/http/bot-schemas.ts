import { z } from 'zod'
import type * as contract from '../contract-bot.ts'
import { questionFilterSchema, seriesMarkSchema, seriesWeekSchema } from './answer-schemas.ts'
import { comparisonSchema } from './comparison-schemas.ts'

const instant = z.string()
const day = z.string()
const brand = z.strictObject({ id: z.number(), name: z.string() })
const metric: z.ZodType<contract.BotMetricKey> = z.enum([
  'containment_rate',
  'handoff_rate',
  'automated_resolution_rate',
  'bot_csat',
])

export const pageWindowSchema: z.ZodType<contract.PageWindow> = z.strictObject({
  from: day,
  to: day,
  chosen: z.enum(['asked', 'compared', 'latest']),
})
export const botFunnelSchema: z.ZodType<contract.BotFunnel> = z.strictObject({
  started: z.number(),
  contained: z.number(),
  silent: z.number(),
  undecided: z.number(),
  handedOff: z.number(),
  answered: z.number(),
  unanswered: z.number(),
  waiting: z.number(),
  resolved: z.number(),
  handedBack: z.number(),
})
const gapSchema: z.ZodType<contract.BotGap> = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('bot_only_not_recorded'), brand, from: day, to: day.nullable() }),
  z.strictObject({ code: z.literal('involvement_unknown'), brand, days: z.number() }),
  z.strictObject({ code: z.literal('sampled'), brand }),
  z.strictObject({ code: z.literal('export_not_read'), missing: z.enum(['key', 'bots']) }),
  z.strictObject({ code: z.literal('no_bot_named'), brand }),
])

/** What happens to conversations a bot takes part in: the shape of GET /bot. */
export const botAnswerSchema: z.ZodType<contract.BotAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  filter: questionFilterSchema.nullable(),
  brand: brand.nullable(),
  window: pageWindowSchema,
  state: z.enum(['recorded', 'unrecorded', 'none']),
  funnel: botFunnelSchema.nullable(),
  brands: z.array(z.strictObject({ brand, window: pageWindowSchema, funnel: botFunnelSchema.nullable() })),
  trend: z.array(z.strictObject({ metric, weeks: z.array(seriesWeekSchema) })),
  marks: z.array(seriesMarkSchema),
  comparisons: z.array(comparisonSchema),
  sources: z.array(
    z.strictObject({
      brand,
      metric,
      source: z.enum(['tickets', 'ticket_field', 'export', 'import']),
      from: day,
      lastDay: day,
    }),
  ),
  records: z.array(
    z.strictObject({
      source: z.enum(['export', 'import']),
      conversations: z.number(),
      from: day,
      lastDay: day,
    }),
  ),
  gaps: z.array(gapSchema),
  liveChatUntil: day.nullable(),
})

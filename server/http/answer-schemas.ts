import { z } from 'zod'
import type { SeriesAnswer } from '../contract-detail.ts'
import type * as contract from '../contract.ts'
import {
  comparisonSchema,
  fairnessSchema,
  metricKeySchema,
  pooledSchema,
  stateSchema,
} from './comparison-schemas.ts'
import { comparisonDetailSchema } from './detail-schemas.ts'

/** The contract's shapes as schemas: what answers are documented as, and what tests hold them against. */
const instant = z.string()
const day = z.string()
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
const roleSchema: z.ZodType<contract.Role> = z.enum(['administrator', 'manager', 'viewer'])

export const questionFilterSchema: z.ZodType<contract.QuestionFilter> = z.strictObject({
  channel: z.array(z.string()).nullable(),
  language: z.array(z.string()).nullable(),
  topic: z.array(z.string()).nullable(),
  group: z.array(z.string()).nullable(),
  hours: z.array(z.enum(['night', 'morning', 'afternoon', 'evening'])).nullable(),
  open: z.boolean(),
  bot: z.array(z.enum(['yes', 'no', 'unknown'])).nullable(),
})
export const comparisonsAnswerSchema: z.ZodType<contract.ComparisonsAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  definitions: z.string(),
  isReport: z.boolean(),
  filter: questionFilterSchema.nullable(),
  comparisons: z.array(comparisonSchema),
  pooled: z.array(pooledSchema),
  changes: z
    .strictObject({
      since: day,
      cells: z.array(z.strictObject({ brandId: z.number(), metric: metricKeySchema, from: stateSchema })),
    })
    .nullable(),
})
export const seriesWeekSchema: z.ZodType<contract.SeriesWeek> = z.strictObject({
  from: day,
  to: day,
  value: z.number().nullable(),
  n: z.number(),
  complete: z.boolean(),
})
export const seriesMarkSchema: z.ZodType<contract.SeriesMark> = z.strictObject({
  kind: z.enum(['cutover', 'ramp_end', 'bot_start', 'messaging_activated', 'definition_break', 'event']),
  day,
  to: day.optional(),
  name: bilingual,
})
export const seriesAnswerSchema: z.ZodType<SeriesAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  isReport: z.boolean(),
  filter: questionFilterSchema.nullable(),
  comparison: comparisonSchema,
  weeks: z.array(seriesWeekSchema),
  marks: z.array(seriesMarkSchema),
  detail: comparisonDetailSchema.nullable(),
})
export const brandsAnswerSchema: z.ZodType<contract.BrandsAnswer> = z.strictObject({
  brands: z.array(
    z.strictObject({
      id: z.number(),
      name: z.string(),
      zone: z.string(),
      cutover: z
        .strictObject({
          wentLiveOn: day,
          rampEnd: day.nullable(),
          source: z.enum(['detected', 'confirmed']),
          rampSource: z.enum(['measured', 'assumed']),
          detectedOn: day.nullable(),
          note: z.string().nullable(),
        })
        .nullable(),
    }),
  ),
})
export const metricsAnswerSchema: z.ZodType<contract.MetricsAnswer> = z.strictObject({
  version: z.string(),
  metrics: z.array(
    z.strictObject({
      key: metricKeySchema,
      version: z.number(),
      kind: z.enum(['duration', 'rate', 'count', 'load', 'money']),
      unit: z.string(),
      primary: z.boolean(),
      better: z.enum(['up', 'down', 'neutral']),
      fairness: fairnessSchema,
      margin: z.number(),
      maturityDays: z.number(),
      name: bilingual,
      question: bilingual,
      before: bilingual,
      after: bilingual,
      condition: bilingual.nullable(),
      zendesk: bilingual,
    }),
  ),
})
export const sessionAnswerSchema: z.ZodType<contract.SessionAnswer> = z.strictObject({
  person: z.strictObject({
    email: z.string(),
    name: z.string(),
    role: roleSchema,
    language: z.enum(['en', 'ko']),
    allBrands: z.boolean(),
  }),
  csrfToken: z.string(),
})
export const problemSchema: z.ZodType<contract.Problem> = z.strictObject({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  fields: z.array(z.strictObject({ field: z.string(), message: z.string() })).optional(),
})

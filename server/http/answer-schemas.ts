import { z } from 'zod'
import type * as contract from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'
import { dataHealthAnswerSchema } from './data-health/schema.ts'

/** The contract's shapes as schemas: what answers are documented as, and what tests hold them against. */
const instant = z.string()
const day = z.string()
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
export const metricKeySchema: z.ZodType<contract.MetricKey> = z.enum(catalog.map((metric) => metric.key))
const stateSchema: z.ZodType<contract.ComparisonState> = z.enum([
  'improved',
  'worse',
  'higher',
  'lower',
  'no_clear_change',
  'not_enough_data',
  'not_comparable',
])
const fairnessSchema: z.ZodType<contract.Fairness> = z.enum(['fair', 'conditional', 'caution', 'none'])
const roleSchema: z.ZodType<contract.Role> = z.enum(['administrator', 'manager', 'viewer'])

export const effectSchema: z.ZodType<contract.Effect> = z.strictObject({
  value: z.number(),
  low: z.number(),
  high: z.number(),
  unit: z.enum(['ratio', 'points']),
})
export const windowValueSchema: z.ZodType<contract.WindowValue> = z.strictObject({
  value: z.number().nullable(),
  n: z.number(),
  from: day,
  to: day,
})
export const comparisonSchema: z.ZodType<contract.Comparison> = z.strictObject({
  brand: z.strictObject({ id: z.number(), name: z.string() }),
  metric: metricKeySchema,
  metricVersion: z.number(),
  state: stateSchema,
  direction: z.enum(['up', 'down']).nullable(),
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
  fairness: fairnessSchema,
  method: z.enum(['staggered', 'interrupted', 'windows']).nullable(),
  effect: effectSchema.nullable(),
  before: windowValueSchema.nullable(),
  after: windowValueSchema.nullable(),
  expected: z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  now: windowValueSchema.nullable(),
  mixAdjusted: effectSchema.nullable(),
  reasons: z.array(z.strictObject({ code: z.string(), en: z.string(), ko: z.string() })),
  readyOn: day.nullable(),
  sentence: bilingual,
})
export const comparisonsAnswerSchema: z.ZodType<contract.ComparisonsAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  definitions: z.string(),
  comparisons: z.array(comparisonSchema),
  pooled: z.array(
    z.strictObject({
      metric: metricKeySchema,
      brands: z.number(),
      effect: effectSchema.nullable(),
      state: stateSchema,
      sentence: bilingual,
    }),
  ),
})
export const seriesAnswerSchema: z.ZodType<contract.SeriesAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  comparison: comparisonSchema,
  weeks: z.array(
    z.strictObject({
      from: day,
      to: day,
      value: z.number().nullable(),
      n: z.number(),
      complete: z.boolean(),
    }),
  ),
  marks: z.array(z.strictObject({ kind: z.enum(['cutover', 'ramp_end']), day })),
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
      kind: z.enum(['duration', 'rate', 'count']),
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

/** Shapes that get a name of their own in the OpenAPI document. */
export const namedSchemas: Record<string, z.ZodType> = {
  Effect: effectSchema,
  WindowValue: windowValueSchema,
  Comparison: comparisonSchema,
  ComparisonsAnswer: comparisonsAnswerSchema,
  SeriesAnswer: seriesAnswerSchema,
  BrandsAnswer: brandsAnswerSchema,
  MetricsAnswer: metricsAnswerSchema,
  DataHealthAnswer: dataHealthAnswerSchema,
  SessionAnswer: sessionAnswerSchema,
  Problem: problemSchema,
}

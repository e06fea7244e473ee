import { z } from 'zod'
import type * as contract from '../contract.ts'
import { catalog } from '../metrics/catalog.ts'

const day = z.string()
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
export const metricKeySchema: z.ZodType<contract.MetricKey> = z.enum(catalog.map((metric) => metric.key))
export const stateSchema: z.ZodType<contract.ComparisonState> = z.enum([
  'improved',
  'worse',
  'higher',
  'lower',
  'no_clear_change',
  'not_enough_data',
  'not_comparable',
])
export const fairnessSchema: z.ZodType<contract.Fairness> = z.enum(['fair', 'conditional', 'caution', 'none'])

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
export const pooledSchema: z.ZodType<contract.PooledComparison> = z.strictObject({
  metric: metricKeySchema,
  brands: z.number(),
  effect: effectSchema.nullable(),
  state: stateSchema,
  grade: z.enum(['A', 'B', 'C', 'D']).nullable(),
  differing: z.number().nullable(),
  furtherBrand: z
    .strictObject({ low: z.number(), high: z.number(), unit: z.enum(['ratio', 'points']) })
    .nullable(),
  sentence: bilingual,
})

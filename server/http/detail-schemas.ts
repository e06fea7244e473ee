import { z } from 'zod'
import type { ComparisonDetail } from '../contract-detail.ts'
import { effectSchema, windowValueSchema } from './comparison-schemas.ts'

const day = z.string()
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })
const brand = z.strictObject({ id: z.number(), name: z.string() })
const unit = z.enum(['ratio', 'points'])
const sides = z.strictObject({
  effect: effectSchema,
  before: windowValueSchema,
  after: windowValueSchema,
})

/** What stands behind one cell. */
export const comparisonDetailSchema: z.ZodType<ComparisonDetail> = z.strictObject({
  simple: sides.nullable(),
  controls: z.array(brand).nullable(),
  course: z
    .array(
      z.strictObject({
        from: day,
        to: day,
        part: z.enum(['before', 'ramp', 'after']),
        value: z.number().nullable(),
        expected: z.number(),
        low: z.number(),
        high: z.number(),
      }),
    )
    .nullable(),
  checks: z.array(
    z.strictObject({
      key: z.string(),
      outcome: z.enum(['passed', 'failed', 'not_testable']),
      name: bilingual,
      question: bilingual,
      sentence: bilingual,
    }),
  ),
  withoutControl: z.array(z.strictObject({ brand, effect: effectSchema })).nullable(),
  sensitivity: z.array(
    z.strictObject({ washoutDays: z.number(), effect: effectSchema.nullable(), isUsed: z.boolean() }),
  ),
  eventStudy: z
    .strictObject({
      unit,
      weeks: z.array(
        z.strictObject({
          week: z.number(),
          from: day,
          value: z.number(),
          low: z.number(),
          high: z.number(),
          jointLow: z.number(),
          jointHigh: z.number(),
        }),
      ),
    })
    .nullable(),
  synthetic: z
    .strictObject({
      effect: z.number(),
      unit,
      weights: z.array(z.strictObject({ brand, weight: z.number() })),
    })
    .nullable(),
  slopeChange: effectSchema.nullable(),
  swing: z.number().nullable(),
  mix: z
    .strictObject({
      adjusted: effectSchema,
      share: z.number().nullable(),
      overlap: z.number(),
      leftOut: z.array(z.string()),
    })
    .nullable(),
  slowestTenth: sides.nullable(),
})

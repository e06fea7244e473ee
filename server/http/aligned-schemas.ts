import { z } from 'zod'
import type { AlignedAnswer } from '../contract-aligned.ts'
import { metricKeySchema, windowValueSchema } from './comparison-schemas.ts'
import { levelsFields } from './levels-schemas.ts'
import { questionFilterSchema } from './answer-schemas.ts'

const day = z.string()
const instant = z.string()

/** The answer of `GET /aligned`. */
export const alignedAnswerSchema: z.ZodType<AlignedAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  isReport: z.boolean(),
  filter: questionFilterSchema.nullable(),
  metric: metricKeySchema,
  unit: z.enum(['ratio', 'points']),
  firstWeek: z.number(),
  lastWeek: z.number(),
  brands: z.array(
    z.strictObject({
      brand: z.strictObject({ id: z.number(), name: z.string() }),
      move: z
        .strictObject({
          wentLiveOn: day,
          rampWeeks: z.number().nullable(),
          level: windowValueSchema.nullable(),
          weeks: z.array(
            z.strictObject({
              week: z.number(),
              from: day,
              value: z.number().nullable(),
              n: z.number(),
              complete: z.boolean(),
              distance: z.number().nullable(),
            }),
          ),
        })
        .nullable(),
      ...levelsFields,
    }),
  ),
})

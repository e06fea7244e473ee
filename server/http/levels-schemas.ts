import { z } from 'zod'
import type { LevelsAnswer } from '../contract-levels.ts'
import { metricKeySchema, windowValueSchema } from './comparison-schemas.ts'

const day = z.string()
const instant = z.string()

/** What a latest value is held against, in every answer that has it. */
export const levelsFields = {
  previous: windowValueSchema.nullable(),
  lastYear: windowValueSchema.nullable(),
  others: z
    .strictObject({
      value: z.number(),
      low: z.number(),
      high: z.number(),
      brands: z.number(),
      n: z.number(),
      from: day,
      to: day,
    })
    .nullable(),
}

/** The answer of `GET /levels`. */
export const levelsAnswerSchema: z.ZodType<LevelsAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  brand: z.strictObject({ id: z.number(), name: z.string() }),
  figures: z.array(z.strictObject({ metric: metricKeySchema, ...levelsFields })),
})

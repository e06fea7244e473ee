import { z } from 'zod'
import type * as contract from '../contract-distribution.ts'
import { questionFilterSchema } from './answer-schemas.ts'
import { metricKeySchema } from './comparison-schemas.ts'

const seconds = z.number().nullable()
const countSchema: z.ZodType<contract.DistributionCount> = z.strictObject({
  n: z.number(),
  share: z.number(),
})
const sideSchema: z.ZodType<contract.DistributionSide> = z.strictObject({
  from: z.string(),
  to: z.string(),
  n: z.number(),
  percentiles: z.strictObject({ p25: seconds, p50: seconds, p75: seconds, p90: seconds }),
  counts: z.array(countSchema),
  unended: countSchema,
})

/** How the durations of a figure were spread: the shape of GET /distributions/{brand}/{metric}. */
export const distributionAnswerSchema: z.ZodType<contract.DistributionAnswer> = z.strictObject({
  asOf: z.string(),
  dataCompleteTo: z.string().nullable(),
  filter: questionFilterSchema.nullable(),
  brand: z.strictObject({ id: z.number(), name: z.string() }),
  metric: metricKeySchema,
  bins: z.array(z.strictObject({ from: z.number(), to: z.number().nullable() })),
  before: sideSchema.nullable(),
  after: sideSchema.nullable(),
  now: sideSchema.nullable(),
})

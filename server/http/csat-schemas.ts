import { z } from 'zod'
import type * as contract from '../contract-csat.ts'
import { questionFilterSchema, seriesMarkSchema, seriesWeekSchema } from './answer-schemas.ts'
import { pageWindowSchema } from './bot-schemas.ts'
import { comparisonSchema } from './comparison-schemas.ts'

const instant = z.string()
const source: z.ZodType<contract.CsatSource> = z.enum(['chat_rating', 'legacy_rating', 'survey'])
const share = z.number().nullable()

const sideSchema: z.ZodType<contract.CsatSide> = z.strictObject({
  side: z.enum(['before', 'after', 'only']),
  window: pageWindowSchema,
  daysLeftOut: z.number(),
  sources: z.array(
    z.strictObject({
      source,
      good: z.number(),
      neutral: z.number(),
      bad: z.number(),
      score: share,
      asked: z.number(),
      answered: z.number(),
      responseRate: share,
    }),
  ),
  whoAnswers: z
    .strictObject({
      source,
      leastAsked: z.number(),
      dimensions: z.array(
        z.strictObject({
          dimension: z.enum(['channel', 'language', 'hours', 'bot']),
          groups: z.array(
            z.strictObject({
              value: z.string().nullable(),
              asked: z.number(),
              answered: z.number(),
              responseRate: share,
            }),
          ),
        }),
      ),
    })
    .nullable(),
})

/** How satisfied customers are, who answers and what was asked: the shape of GET /csat. */
export const csatAnswerSchema: z.ZodType<contract.CsatAnswer> = z.strictObject({
  asOf: instant,
  dataCompleteTo: instant.nullable(),
  filter: questionFilterSchema.nullable(),
  brand: z.strictObject({ id: z.number(), name: z.string() }).nullable(),
  state: z.enum(['asked', 'none', 'off']),
  sides: z.array(sideSchema),
  isSameQuestion: z.boolean().nullable(),
  bounds: z
    .strictObject({ before: z.number(), after: z.number(), low: z.number(), high: z.number() })
    .nullable(),
  trend: z.array(
    z.strictObject({ source, score: z.array(seriesWeekSchema), responseRate: z.array(seriesWeekSchema) }),
  ),
  marks: z.array(seriesMarkSchema),
  comparisons: z.array(comparisonSchema),
})

import { z } from 'zod'
import type { TeamAnswer, TeamWindow, WorkByHour } from '../contract-team.ts'
import { comparisonSchema } from './comparison-schemas.ts'
import { brandId, day, withDaysInOrder } from './question-schemas.ts'

/** What `GET /team` may be asked: whole weeks counted back from `to`, after the brand's move. */
export const teamQuestionSchema = withDaysInOrder(
  z.strictObject({ brand: brandId, from: day.optional(), to: day.optional() }),
)

const byHour = z.array(z.number()).length(168)
const weekdays = z.array(z.number()).length(7)
const bilingual = z.strictObject({ en: z.string(), ko: z.string() })

const workSchema: z.ZodType<WorkByHour> = z.strictObject({
  weekdays,
  daysLeftOut: z.number(),
  agents: z.number(),
  engagements: byHour,
  engagedSeconds: byHour,
  agentSeconds: byHour,
})
export const teamWindowSchema: z.ZodType<TeamWindow> = z.strictObject({
  from: z.string(),
  to: z.string(),
  weeks: z.number(),
  weekdays,
  daysClosed: z.number(),
  daysRed: z.number(),
  conversations: byHour,
  forPeople: byHour,
  outsideHours: z.strictObject({ n: z.number(), outside: z.number() }),
  work: workSchema.nullable(),
  cover: z.strictObject({ served: z.number(), held: z.number() }),
})
export const teamAnswerSchema: z.ZodType<TeamAnswer> = z.strictObject({
  asOf: z.string(),
  dataCompleteTo: z.string().nullable(),
  brand: z.strictObject({ id: z.number(), name: z.string(), zone: z.string() }),
  isReport: z.boolean(),
  lastDay: z.string(),
  comparisons: z.array(comparisonSchema),
  before: teamWindowSchema.nullable(),
  after: teamWindowSchema.nullable(),
  now: teamWindowSchema.nullable(),
  open: z.array(z.boolean()).length(168),
  summary: z.array(bilingual),
  sharing: z.strictObject({
    brands: z.array(
      z.strictObject({ brand: z.strictObject({ id: z.number(), name: z.string() }), share: z.number() }),
    ),
    isWhole: z.boolean(),
  }),
  sources: z.strictObject({ keptDays: z.number(), heldFrom: z.string().nullable() }),
})

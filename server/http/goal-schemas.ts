import { z } from 'zod'
import type { Goal, GoalDraft, GoalsAnswer } from '../contract-goal.ts'
import { isDay } from '../periods/day.ts'
import { metricKeySchema } from './comparison-schemas.ts'

const FIRST_DAY = '2000-01-01'
const LAST_DAY = '2099-12-31'

export const goalDraftSchema: z.ZodType<GoalDraft> = z.strictObject({
  value: z.number('is not a number; send seconds, a share from 0 to 1, or an amount, as the metric has it'),
  dueOn: z
    .string()
    .refine(isDay, 'is not a day; use YYYY-MM-DD')
    .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, `must lie between ${FIRST_DAY} and ${LAST_DAY}`)
    .nullable(),
})

export const goalSchema: z.ZodType<Goal> = z.strictObject({
  brand: z.strictObject({ id: z.number(), name: z.string() }),
  metric: metricKeySchema,
  value: z.number(),
  dueOn: z.string().nullable(),
  state: z.enum(['reached', 'not_yet', 'no_value']),
  latest: z.number().nullable(),
  setAt: z.string(),
  setBy: z.string(),
})
export const goalsAnswerSchema: z.ZodType<GoalsAnswer> = z.strictObject({
  goals: z.array(goalSchema),
  canSet: z.boolean(),
})

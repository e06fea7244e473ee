import { z } from 'zod'
import type { AgreementAnswer } from '../contract-agreement.ts'

export const agreementAnswerSchema: z.ZodType<AgreementAnswer> = z.strictObject({
  asOf: z.string(),
  brands: z.array(
    z.strictObject({
      brandId: z.number(),
      from: z.string(),
      days: z.string().meta({ description: 'A letter a day: g agrees, r differs, - was not checked' }),
    }),
  ),
})

import { z } from 'zod'

/** Pieces of Zendesk's wire format. Unknown keys are ignored and unknown words kept: the service grows. */

/** An instant as epoch ms; `+00:00Z`, as old sessions have it, is understood too. */
export const instant = z.string().transform((text, check) => {
  const moment = Date.parse(text.replace(/([+-]\d{2}:\d{2})Z$/, '$1'))
  if (Number.isNaN(moment)) {
    check.addIssue({ code: 'custom', message: 'is not an instant' })
    return z.NEVER
  }
  return moment
})

/** Ids are whole numbers; some endpoints send them as text. */
export const id = z.union([
  z.int(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
])

/** Numbers, which some answers send as text. */
export const amount = z.union([
  z.number(),
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
])

/** Booleans, some of which old rows have as 0 and 1. */
export const flag = z.union([z.boolean().transform((value) => (value ? 1 : 0)), z.literal([0, 1])])

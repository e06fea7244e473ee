import { z } from 'zod'
import type * as contract from '../../contract-outbox.ts'

/** Nothing that could lead out of the folder. */
const name = z
  .string()
  .max(400, 'is too long')
  .regex(/^[\w.@+-]+\.eml$/, 'is not the name of a mail; take one of GET /outbox')

export const outboxQuerySchema = z.strictObject({ after: name.optional() })
export const outboxParamsSchema = z.strictObject({ name })
export const outboxFileParamsSchema = z.strictObject({
  name,
  index: z
    .string()
    .regex(/^\d{1,4}$/, 'is not a number')
    .transform(Number),
})

const mailFields = {
  name: z.string(),
  date: z.string().nullable(),
  to: z.string().nullable(),
  subject: z.string().nullable(),
  bytes: z.number(),
  isBroken: z.boolean(),
}

export const outboxAnswerSchema: z.ZodType<contract.OutboxAnswer> = z.strictObject({
  mails: z.array(z.strictObject(mailFields)),
  next: z.string().nullable(),
  isSmtpSet: z.boolean(),
})
export const outboxMailAnswerSchema: z.ZodType<contract.OutboxMailAnswer> = z.strictObject({
  ...mailFields,
  from: z.string().nullable(),
  text: z.string().nullable(),
  hasHtml: z.boolean(),
  attachments: z.array(z.strictObject({ name: z.string(), contentType: z.string(), bytes: z.number() })),
  isTooLarge: z.boolean(),
  canTakeFiles: z.boolean(),
})

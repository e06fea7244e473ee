import { z } from 'zod'
import type * as contract from '../../contract-report.ts'
import type { QuestionFilter } from '../../contract.ts'
import { catalog } from '../../metrics/catalog.ts'
import { isDay } from '../../periods/day.ts'
import { isZone } from '../../periods/zone.ts'
import { botInvolvements, hourBlocks } from '../../store/measures/index.ts'
import { attachmentKinds } from '../../store/report-schedules.ts'
import { questionFilterSchema } from '../answer-schemas.ts'

const MOST_CHARACTERS = 80
const MOST_RECIPIENTS = 10_000
const LONGEST_ADDRESS = 254
const MOST_DELIVERIES = 1000
const MOST_VALUES = 100
const LONGEST_VALUE = 200

/** A name that stands in subject lines: nothing that could end a header line. */
export const nameSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .refine((text) => text !== '', 'is empty; write a few words')
  .refine(
    (text) => [...text].length <= MOST_CHARACTERS,
    `is longer than ${MOST_CHARACTERS} characters; shorten it`,
  )
  .refine(
    (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text),
    'holds line breaks or control characters; remove them',
  )

export const addressSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(LONGEST_ADDRESS, 'is too long for an e-mail address')
  .pipe(z.email('is not an e-mail address; write one address such as name@company.example'))

const id = z.number().int().positive()
const day = z.string().refine(isDay, 'is not a day; use YYYY-MM-DD')
const weekday = z.number().int().min(1, 'must be 1 (Monday) to 7').max(7, 'must be 1 (Monday) to 7')
const language = z.enum(['ko', 'en'], 'is not a language; use ko or en')

export const rhythmSchema: z.ZodType<contract.ReportRhythm> = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day') }),
  z.strictObject({ every: z.literal('week'), weekday }),
  z.strictObject({ every: z.literal('fortnight'), weekday, countedFrom: day }),
  z.strictObject({
    every: z.literal('month'),
    monthDay: z.number().int().min(1, 'must be 1 to 31').max(31, 'must be 1 to 31'),
  }),
  z.strictObject({ every: z.literal('first_working_day') }),
])

export const outsideRecipientSchema: z.ZodType<contract.OutsideRecipient> = z.strictObject({
  address: addressSchema,
  name: nameSchema.nullable(),
  language,
  brands: z.array(id).min(1, 'names no brand; leave it out to use those of the report').nullable(),
})

export const namedSchema = {
  people: z.array(id).max(MOST_RECIPIENTS, 'are too many'),
  addresses: z.array(outsideRecipientSchema).max(MOST_RECIPIENTS, 'are too many'),
}

const values = z
  .array(z.string().min(1, 'is empty; leave it out').max(LONGEST_VALUE, 'is too long'))
  .min(1, 'names nothing; leave it out')
  .max(MOST_VALUES, 'are too many')
  .nullable()
  .default(null)
const filterSchema = z
  .strictObject({
    channel: values,
    language: values,
    topic: values,
    group: values,
    hours: z.array(z.enum(hourBlocks)).min(1, 'names nothing; leave it out').nullable().default(null),
    open: z.boolean().default(false),
    bot: z.array(z.enum(botInvolvements)).min(1, 'names nothing; leave it out').nullable().default(null),
  })
  .transform((filter): QuestionFilter | null => (isNarrowing(filter) ? filter : null))

function isNarrowing({ open, ...lists }: QuestionFilter): boolean {
  return open || Object.values(lists).some((list) => list !== null)
}

const draftFields = {
  name: nameSchema,
  zone: z.string().refine(isZone, 'is not a time zone; use a name such as Asia/Seoul'),
  rhythm: rhythmSchema,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time; use HH:MM'),
  lastDay: day.nullable(),
  deadlineHours: z.number().int().min(0, 'must be 0 or more').max(144, 'must be 144 (6 days) or less'),
  atDeadline: z.enum(['last_complete', 'nothing']),
  skipsUnchanged: z.boolean(),
  brands: z.array(id).min(1, 'names no brand; choose one or all').nullable(),
  metrics: z
    .array(
      z.enum(
        catalog.map(({ key }) => key),
        'is not a figure of the catalogue',
      ),
    )
    .min(1, 'names no figure; choose one or all')
    .nullable(),
  filters: filterSchema.nullable().default(null),
  attachments: z
    .array(z.enum(attachmentKinds))
    .refine((kinds) => new Set(kinds).size === kinds.length, 'names a kind twice'),
  recipients: z.strictObject({ ...namedSchema, groups: z.array(id) }),
}
export const reportDraftSchema: z.ZodType<contract.ReportDraft> = z.strictObject(draftFields)

const tally = { sent: z.number(), failed: z.number(), unknown: z.number(), skipped: z.number() }
const instant = z.string()

export const reportSummarySchema: z.ZodType<contract.ReportSummary> = z.strictObject({
  ...draftFields,
  filters: questionFilterSchema.nullable(),
  id,
  owner: z.strictObject({ id, name: z.string(), email: z.string() }),
  nextRuns: z.array(instant),
  reaches: z.number(),
  stopped: z.array(
    z.strictObject({
      address: z.string(),
      at: instant,
      because: z.enum(['unsubscribed', 'refused']),
      message: z.string().nullable(),
    }),
  ),
  paused: z.strictObject({ at: instant, because: z.enum(['person', 'owner_scope']) }).nullable(),
  last: z.strictObject({ occasion: z.string(), ...tally }).nullable(),
})
export const mailGroupSchema: z.ZodType<contract.MailGroupSummary> = z.strictObject({
  id,
  name: z.string(),
  people: z.array(id),
  addresses: z.array(outsideRecipientSchema),
})
export const reportsAnswerSchema: z.ZodType<contract.ReportsAnswer> = z.strictObject({
  reports: z.array(reportSummarySchema),
  groups: z.array(mailGroupSchema),
  people: z.array(z.strictObject({ id, name: z.string(), email: z.string() })),
  isSmtpSet: z.boolean(),
})
export const deliveriesAnswerSchema: z.ZodType<contract.DeliveriesAnswer> = z.strictObject({
  deliveries: z.array(
    z.strictObject({
      id,
      address: z.string(),
      occasion: z.string().nullable(),
      kind: z.enum(['report', 'notice', 'to_me']),
      week: z.strictObject({ from: z.string(), to: z.string() }),
      claimedAt: instant,
      settledAt: instant.nullable(),
      outcome: z.enum(['sent', 'failed', 'unknown', 'skipped']).nullable(),
      message: z.string().nullable(),
      attempts: z.number(),
      nextTryAt: instant.nullable(),
      isAskedAgain: z.boolean(),
      bytes: z.number().nullable(),
    }),
  ),
  next: z.string().nullable(),
})
/** One page of a history of many thousand mails; `occasion` and `outcome` find the few that matter. */
export const deliveriesQuestionSchema = z.strictObject({
  occasion: day.optional(),
  outcome: z
    .enum(['sent', 'failed', 'unknown', 'skipped'], 'must be sent, failed, unknown or skipped')
    .optional(),
  limit: z.coerce
    .number('must be a whole number')
    .int('must be a whole number')
    .min(1, 'must be 1 or more')
    .max(MOST_DELIVERIES, `must be ${MOST_DELIVERIES} or less`)
    .default(200),
  cursor: z
    .string()
    .regex(/^\d{1,15}-\d{1,15}$/, 'is not one this address gave; ask without it')
    .optional(),
})
export const sendToMeAnswerSchema: z.ZodType<contract.SendToMeAnswer> = z.strictObject({
  outcome: z.enum(['sent', 'failed', 'unknown']),
  message: z.string(),
})
export const reportPreviewAnswerSchema: z.ZodType<contract.ReportPreviewAnswer> = z.strictObject({
  id: z.string(),
  nextRuns: z.array(instant),
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  attachments: z.array(z.strictObject({ name: z.string(), contentType: z.string(), bytes: z.number() })),
})
export const idParamsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/, 'is not a number')
    .transform(Number),
})

export const previewQuerySchema = z.strictObject({
  lang: language.optional(),
  /** The report it is a draft of; its owner's brands bound what it tells. */
  report: idParamsSchema.shape.id.optional(),
  for: z
    .string()
    .transform((text) =>
      /^\d{1,15}$/.test(text) ? { person: Number(text) } : { address: text.toLowerCase() },
    )
    .optional(),
})

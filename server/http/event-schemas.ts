import { z } from 'zod'
import type { EventsAnswer, EventSummary } from '../contract-event.ts'
import { isDay } from '../periods/day.ts'
import { eventKinds } from '../store/events.ts'

const MOST_CHARACTERS = 200
const FIRST_DAY = '2000-01-01'
const LAST_DAY = '2099-12-31'

/** Letters and spaces only: line breaks and tabs become spaces, what cannot be seen is refused. */
const plainText = z
  .string()
  .transform((text) => text.normalize('NFC').replace(/\s+/g, ' ').trim())
  .refine((text) => text !== '', 'is empty; write a few words')
  .refine(
    (text) => [...text].length <= MOST_CHARACTERS,
    `is longer than ${MOST_CHARACTERS} characters; shorten it`,
  )
  .refine(
    (text) => !/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(text),
    'holds control characters; remove them',
  )

const eventFields = {
  brand: z.number().int().positive().nullable(),
  day: z
    .string()
    .refine(isDay, 'is not a day; use YYYY-MM-DD')
    .refine((day) => day >= FIRST_DAY && day <= LAST_DAY, `must lie between ${FIRST_DAY} and ${LAST_DAY}`),
  kind: z.enum(eventKinds, `is not a kind; use ${eventKinds.join(', ')}`),
  text: plainText,
}

export const eventDraftSchema = z.strictObject(eventFields)
export const eventChangeSchema = z
  .strictObject(eventFields)
  .partial()
  .refine((change) => Object.keys(change).length > 0, {
    message: 'changes nothing; send brand, day, kind or text',
  })

export const eventParamsSchema = z.strictObject({
  id: z
    .string()
    .regex(/^\d{1,15}$/, 'is not the number of an event')
    .transform(Number),
})

export const eventSchema: z.ZodType<EventSummary> = z.strictObject({
  id: z.number(),
  brand: z.strictObject({ id: z.number(), name: z.string() }).nullable(),
  day: z.string(),
  kind: z.enum(eventKinds),
  text: z.string(),
  createdAt: z.string(),
  createdBy: z.string(),
  changedAt: z.string().nullable(),
  changedBy: z.string().nullable(),
  canChange: z.boolean(),
})
export const eventsAnswerSchema: z.ZodType<EventsAnswer> = z.strictObject({
  events: z.array(eventSchema),
  canAdd: z.boolean(),
  canAddForAll: z.boolean(),
})

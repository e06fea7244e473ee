import { z } from 'zod'

/** Pieces of Zendesk's wire format. Unknown keys are ignored and unknown words kept: the service grows. */

/** An instant as epoch ms; `+00:00Z`, as old sessions have it, is understood too. */
export const instant = z.string().transform((text, check) => {
  const moment = instantOf(text)
  if (Number.isNaN(moment)) {
    check.addIssue({ code: 'custom', message: 'is not an instant' })
    return z.NEVER
  }
  return moment
})

/** Epoch ms; NaN for what is no instant. */
export function instantOf(text: string): number {
  const moment = commonInstantOf(text)
  return Number.isNaN(moment) ? Date.parse(text.replace(/([+-]\d{2}:\d{2})Z$/, '$1')) : moment
}

/** `…T00:54:11Z`, with milli- or microseconds or none: a dozen in each chat, so read without a general parser. */
function commonInstantOf(text: string): number {
  const { length } = text
  if (length !== 20 && length !== 24 && length !== 27) return NaN
  if (text[4] !== '-' || text[7] !== '-' || text[10] !== 'T' || text[13] !== ':' || text[16] !== ':')
    return NaN
  if (text[length - 1] !== 'Z' || (length > 20 && text[19] !== '.')) return NaN
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2)
  const month = twoDigits(text, 5)
  const day = twoDigits(text, 8)
  const hour = twoDigits(text, 11)
  const minute = twoDigits(text, 14)
  const second = twoDigits(text, 17)
  // Shorter than every month: how later days end is left to the general parser.
  const isCommon =
    year >= 1000 &&
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 28 &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  if (!isCommon) return NaN
  if (length === 20) return Date.UTC(year, month - 1, day, hour, minute, second)
  const milliseconds = twoDigits(text, 20) * 10 + digit(text, 22)
  if (length === 27 && Number.isNaN(digit(text, 23) + twoDigits(text, 24))) return NaN
  return Date.UTC(year, month - 1, day, hour, minute, second, milliseconds)
}

function twoDigits(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1)
}

function digit(text: string, at: number): number {
  const code = text.charCodeAt(at) - 48
  return code >= 0 && code <= 9 ? code : NaN
}

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

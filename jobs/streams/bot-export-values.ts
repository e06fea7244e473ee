import { z } from 'zod'

/** Values of the export, whose types are loose: numbers and yes/no as text, times in several forms, '' for nothing. */

const SECONDS_END = 1e11
const MILLISECONDS_END = 1e14
const WRITTEN =
  /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?) ?(Z|UTC|[+-]\d{2}(?::?\d{2})?)?)?$/i
const LONGEST_WORD = 100
const MOST = 1e9
/** Moments outside of these years are no moments: an empty date, or a number of another kind. */
const EARLIEST = Date.UTC(2000, 0)
const LATEST = Date.UTC(2100, 0)
const yes = ['true', 't', 'yes', 'y', '1']
const no = ['false', 'f', 'no', 'n', '0']

/** Epoch ms from an ISO instant (UTC where it names no zone) or an epoch in seconds, milli- or microseconds. */
export const moment = z.unknown().transform((value, check) => {
  const found = momentOf(value)
  if (found !== null && found >= EARLIEST && found < LATEST) return found
  check.addIssue({ code: 'custom', message: 'is not an instant' })
  return z.NEVER
})

export const yesOrNo = z.unknown().transform((value, check): 0 | 1 => {
  const word = value === 1 || value === 0 ? String(value) : String(value).trim().toLowerCase()
  if (yes.includes(word)) return 1
  if (no.includes(word)) return 0
  check.addIssue({ code: 'custom', message: 'is not yes or no' })
  return z.NEVER
})

export const wholeCount = z.unknown().transform((value, check) => {
  const count = numberOf(value)
  if (count !== null && count >= 0 && count <= MOST) return Math.round(count)
  check.addIssue({ code: 'custom', message: 'is not a count' })
  return z.NEVER
})

/** A word out of a list of Zendesk's own; anything longer may be somebody's sentence. */
export const word = z
  .string()
  .trim()
  .max(LONGEST_WORD)
  .transform((text) => (text === '' ? null : text))

function momentOf(value: unknown): number | null {
  const number = numberOf(value)
  if (number !== null) {
    if (number <= 0) return null
    if (number < SECONDS_END) return Math.round(number * 1000)
    return Math.round(number < MILLISECONDS_END ? number : number / 1000)
  }
  const written = typeof value === 'string' ? WRITTEN.exec(value.trim()) : null
  if (!written) return null
  const [, day, time = '00:00', zone = 'Z'] = written
  const parsed = Date.parse(`${day}T${time}${offsetOf(zone)}`)
  return Number.isNaN(parsed) ? null : parsed
}

/** `+09`, `+0900` and `+09:00` alike. */
function offsetOf(zone: string): string {
  if (/^(z|utc)$/i.test(zone)) return 'Z'
  return `${zone.slice(0, 3)}:${zone.slice(3).replace(':', '') || '00'}`
}

function numberOf(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string' || !/^[+-]?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value.trim())) return null
  return Number(value)
}

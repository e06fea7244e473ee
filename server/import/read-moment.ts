import { isDay } from '../periods/day.ts'
import type { Day } from '../periods/day.ts'
import { instantOf } from '../periods/zone.ts'

export type DateOrder = 'dmy' | 'mdy'
/** A date and a time of a wall clock; `instant` where the text names its own offset. */
export type ReadMoment = { day: Day; timeMs: number | null; instant: number | null }
export type Unread = 'moment_invalid' | 'date_order_needed'

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000
/** Day 0 of spreadsheets. */
const SPREADSHEET_EPOCH = Date.parse('1899-12-30T00:00:00Z')
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads a date with or without a time: ISO; year first with any sign between; Korean (`2025. 3. 1. 오후 2:05`,
 * `2025년 3월 1일 14시 5분`); day or month first in the order given; month by its English name; a spreadsheet's number;
 * seconds or milliseconds since 1970.
 */
export function readMoment(text: string, order: DateOrder | null): ReadMoment | Unread {
  const trimmed = text.trim()
  if (/^\d+(\.\d+)?$/.test(trimmed)) return readNumber(trimmed)
  const date = readDate(trimmed, order)
  if (typeof date === 'string') return date
  if (!isDay(date.day)) return 'moment_invalid'
  const rest = date.rest.replace(/^[\s,T]+/i, '')
  if (rest === '') return { day: date.day, timeMs: null, instant: null }
  return readTime(date.day, rest)
}

/** The instant of a moment; midnight where it names no time. A time without an offset is of `zone`. */
export function instantOfMoment(moment: ReadMoment, zone: string): number {
  return moment.instant ?? instantOf(moment.day, moment.timeMs ?? 0, zone)
}

/** What a date such as 13/04/2026 says about the order of the file's dates; null where it says nothing. */
export function orderShownBy(text: string): DateOrder | null {
  const parts = slashed(text.trim())
  if (!parts) return null
  const first = Number(parts[1])
  const second = Number(parts[2])
  if (first > 12 && second <= 12) return 'dmy'
  return second > 12 && first <= 12 ? 'mdy' : null
}

/** True for a date that needs an order: day or month first. */
export function needsOrder(text: string): boolean {
  return slashed(text.trim()) !== null
}

type FoundDate = { day: string; rest: string }

function readDate(text: string, order: DateOrder | null): FoundDate | Unread {
  const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[T\s])/.exec(text)
  if (compact) return found(compact[1], compact[2], compact[3], text.slice(8))
  const yearFirst =
    /^(\d{4})\s*(?:[-/.]|년)\s*(\d{1,2})\s*(?:[-/.]|월)\s*(\d{1,2})\s*(?:일|\.)?(?:\s*\([월화수목금토일]\))?(?=$|[T\s,]|오)/i.exec(
      text,
    )
  if (yearFirst) return found(yearFirst[1], yearFirst[2], yearFirst[3], text.slice(yearFirst[0].length))
  const parts = slashed(text)
  if (parts) {
    const [whole, first, second, year] = parts
    const shown = order ?? orderShownBy(text)
    if (shown === null && first !== second) return 'date_order_needed'
    const [month, day] = shown === 'dmy' ? [second, first] : [first, second]
    return found(fullYear(year), month, day, text.slice(whole.length))
  }
  const plain = text.replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+/i, '')
  const monthFirst = /^([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?=$|[\s,])/i.exec(plain)
  if (monthFirst) return named(monthFirst[1], monthFirst[2], monthFirst[3], plain.slice(monthFirst[0].length))
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s-]+([a-z]{3})[a-z]*\.?[\s,-]+(\d{4}|\d{2})(?=$|[\s,])/i.exec(
    plain,
  )
  if (dayFirst) return named(dayFirst[2], dayFirst[1], fullYear(dayFirst[3]), plain.slice(dayFirst[0].length))
  return 'moment_invalid'
}

function slashed(text: string): RegExpExecArray | null {
  return /^(\d{1,2})[-/.]\s*(\d{1,2})[-/.]\s*(\d{4}|\d{2})\.?(?=$|[\s,T])/.exec(text)
}

function fullYear(year: string): string {
  return year.length === 2 ? `20${year}` : year
}

function found(year: string, month: string, day: string, rest: string): FoundDate {
  return { day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, rest }
}

function named(month: string, day: string, year: string, rest: string): FoundDate | Unread {
  const number = months.indexOf(month.toLowerCase()) + 1
  return number === 0 ? 'moment_invalid' : found(year, String(number), day, rest)
}

function readTime(day: Day, text: string): ReadMoment | Unread {
  const time =
    /^(오전|오후|am|pm)?\s*(\d{1,2})\s*(?::|시)\s*(?:(\d{1,2})\s*분?)?(?:\s*:?\s*(\d{1,2})(?:[.,](\d{1,9}))?\s*초?)?\s*(오전|오후|am|pm|a\.m\.|p\.m\.)?\s*(z|utc|gmt|kst|[+-]\d{2}:?\d{2}|(?:utc|gmt)?[+-]\d{1,2}(?::?\d{2})?)?$/i.exec(
      text,
    )
  if (!time) return 'moment_invalid'
  const [, before, hours, minutes = '0', seconds = '0', fraction = '', after, offset] = time
  const hour = hourOf(Number(hours), (before ?? after ?? '').toLowerCase().replaceAll('.', ''))
  if (hour === null || Number(minutes) > 59 || Number(seconds) > 59) return 'moment_invalid'
  const thousandths = Number(fraction.padEnd(3, '0').slice(0, 3))
  const timeMs = ((hour * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + thousandths
  if (offset === undefined) return { day, timeMs, instant: null }
  const instant = Date.parse(`${day}T00:00:00Z`) + timeMs - offsetMs(offset.toLowerCase())
  return { day, timeMs, instant }
}

function hourOf(hour: number, half: string): number | null {
  if (half === '') return hour <= 23 ? hour : null
  if (hour < 1 || hour > 12) return null
  return (hour % 12) + (half === '오후' || half === 'pm' ? 12 : 0)
}

function offsetMs(offset: string): number {
  if (offset === 'kst') return 9 * 60 * MINUTE_MS
  const parts = /([+-])(\d{1,2}):?(\d{2})?$/.exec(offset)
  if (!parts) return 0
  return (parts[1] === '-' ? -1 : 1) * (Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * MINUTE_MS
}

/** `20260301`, a spreadsheet's day number of 1982…2118, or seconds or milliseconds since 1970. */
function readNumber(text: string): ReadMoment | Unread {
  const number = Number(text)
  if (/^(19|20)\d{6}$/.test(text)) {
    const day = `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`
    return isDay(day) ? { day, timeMs: null, instant: null } : 'moment_invalid'
  }
  if (number >= 30_000 && number < 80_000) {
    const wall = SPREADSHEET_EPOCH + Math.round(number * 86_400) * 1000
    const midnight = Math.floor(wall / DAY_MS) * DAY_MS
    const day = new Date(midnight).toISOString().slice(0, 10)
    return { day, timeMs: Number.isInteger(number) ? null : wall - midnight, instant: null }
  }
  const instant = /^\d{10}(\.\d+)?$/.test(text)
    ? Math.round(number * 1000)
    : /^\d{13}$/.test(text)
      ? number
      : null
  if (instant === null) return 'moment_invalid'
  return { day: new Date(instant).toISOString().slice(0, 10), timeMs: instant % DAY_MS, instant }
}

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type Day = string
/** Half-open: `from` is in, `to` is the day after the last. */
export type Period = { from: Day; to: Day }

const DAY_MS = 86_400_000

/** The epoch began on a Thursday. */
const WEEKDAYS_BEFORE_EPOCH = 3
/** A comparison asks for the same few thousand days millions of times. */
const MOST_KEPT = 100_000
const numbers = new Map<Day, number>()
const names = new Map<number, Day>()

/** @example addDays('2024-02-28', 2) // '2024-03-01' */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumberOf(day) + days)
}

/** The day so many days after 1970-01-01. */
export function dayOfNumber(number: number): Day {
  let name = names.get(number)
  if (name === undefined) {
    name = new Date(number * DAY_MS).toISOString().slice(0, 10)
    if (names.size >= MOST_KEPT) names.clear()
    names.set(number, name)
  }
  return name
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumberOf(to) - dayNumberOf(from)
}

/** ISO weekday: 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: Day): number {
  return ((((dayNumberOf(day) + WEEKDAYS_BEFORE_EPOCH) % 7) + 7) % 7) + 1
}

/** Days since 1970-01-01; NaN for what is no day. */
export function dayNumberOf(day: Day): number {
  let number = numbers.get(day)
  if (number === undefined) {
    number = Date.parse(`${day}T00:00:00Z`) / DAY_MS
    if (numbers.size >= MOST_KEPT) numbers.clear()
    numbers.set(day, number)
  }
  return number
}

/** The Monday of the week that holds the day. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day))
}

/** True for a day that exists: '2024-02-30' is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const instant = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text
}

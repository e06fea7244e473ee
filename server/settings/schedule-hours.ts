import type { Day } from '../periods/day.ts'
import { addDays, daysBetween } from '../periods/day.ts'
import type { AssumedHours, BrandSettings } from './account-settings.ts'

/** A business-hours schedule as Zendesk has it: minutes since Sunday 00:00, half-open; holidays with both ends. */
export type Schedule = {
  zone: string | null
  intervals: readonly (readonly [number, number])[]
  holidays: readonly { firstDay: Day; lastDay: Day }[]
}

type Week = BrandSettings['openingHours']

const DAY_MINUTES = 1440
const LONGEST_HOLIDAY_DAYS = 366
const fromSunday = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const

/**
 * Opening hours as the account's first schedule has them. Hours of another zone would not be those of the account's
 * days, so only a schedule in `zone` counts; undefined where there is none with hours.
 */
export function assumedHoursOf(schedules: readonly Schedule[], zone: string): AssumedHours | undefined {
  const schedule = schedules.find((one) => one.zone === zone && one.intervals.length > 0)
  if (!schedule) return undefined
  return { openingHours: weekOf(schedule.intervals), closedDays: daysOf(schedule.holidays) }
}

/** Spans per weekday, in order, those that touch joined; a span that crosses midnight belongs to both days. */
function weekOf(intervals: readonly (readonly [number, number])[]): Week {
  const spans = fromSunday.map((_, weekday) => {
    const midnight = weekday * DAY_MINUTES
    const own = intervals
      .map(([from, to]): [number, number] => [
        Math.max(0, from - midnight),
        Math.min(DAY_MINUTES, to - midnight),
      ])
      .filter(([from, to]) => to > from)
      .sort(([a], [b]) => a - b)
    return joined(own).map(([from, to]): [string, string] => [clockTime(from), clockTime(to)])
  })
  const [sunday, monday, tuesday, wednesday, thursday, friday, saturday] = spans
  return { monday, tuesday, wednesday, thursday, friday, saturday, sunday }
}

function joined(spans: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = []
  for (const [from, to] of spans) {
    const last = result.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else result.push([from, to])
  }
  return result
}

function daysOf(holidays: Schedule['holidays']): Day[] {
  const days = holidays.flatMap(({ firstDay, lastDay }) => {
    const length = Math.min(LONGEST_HOLIDAY_DAYS, daysBetween(firstDay, lastDay) + 1)
    return Array.from({ length: Math.max(0, length) }, (_, day) => addDays(firstDay, day))
  })
  return [...new Set(days)].sort()
}

/** @example clockTime(540) // '09:00' */
function clockTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

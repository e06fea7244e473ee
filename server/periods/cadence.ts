import type { Day } from './day.ts'
import { addDays, daysBetween, mondayOf, weekdayOf } from './day.ts'
import { dayOf, instantOf } from './zone.ts'

const MINUTE_MS = 60_000
/** A month's occasion and the one before it lie at most this far apart: 31 days, and a first working day that is late. */
const LONGEST_GAP_DAYS = 62

/** On which days something is due. Weekdays are 1 = Monday … 7 = Sunday. */
export type Cadence =
  | { every: 'day' }
  | { every: 'week'; weekday: number }
  /** Each second week, counted from the week that holds `countedFrom`. */
  | { every: 'fortnight'; weekday: number; countedFrom: Day }
  /** A shorter month's last day where it has no such day. */
  | { every: 'month'; monthDay: number }
  | { every: 'first_working_day' }

export type Timing = {
  zone: string
  cadence: Cadence
  /** By the wall clock of the zone. */
  minuteOfDay: number
  /** The last day on which something is due; null = without end. */
  lastDay: Day | null
}

/** One time at which something is due. */
export type Occasion = { day: Day; at: number }

export type IsWorkingDay = (day: Day) => boolean

/** The newest occasion that has come by `now` (epoch ms), or null. */
export function lastOccasion(now: number, timing: Timing, isWorkingDay: IsWorkingDay): Occasion | null {
  const today = dayOf(now, timing.zone)
  for (let back = 0; back <= LONGEST_GAP_DAYS; back++) {
    const occasion = occasionOn(addDays(today, -back), timing, isWorkingDay)
    if (occasion !== null && occasion.at <= now) return occasion
  }
  return null
}

/** The next occasions after `now`, soonest first; fewer where the end comes earlier. */
export function nextOccasions(
  now: number,
  timing: Timing,
  { count, isWorkingDay }: { count: number; isWorkingDay: IsWorkingDay },
): Occasion[] {
  const occasions: Occasion[] = []
  let day = dayOf(now, timing.zone)
  for (let tries = count * LONGEST_GAP_DAYS; tries > 0 && occasions.length < count; tries--) {
    if (timing.lastDay !== null && day > timing.lastDay) break
    const occasion = occasionOn(day, timing, isWorkingDay)
    if (occasion !== null && occasion.at > now) occasions.push(occasion)
    day = addDays(day, 1)
  }
  return occasions
}

/** Where clocks skip the time of day it is due as much later as they skip; where it comes twice, the first time. */
function occasionOn(day: Day, timing: Timing, isWorkingDay: IsWorkingDay): Occasion | null {
  if (timing.lastDay !== null && day > timing.lastDay) return null
  if (!fallsOn(day, timing.cadence, isWorkingDay)) return null
  return { day, at: instantOf(day, timing.minuteOfDay * MINUTE_MS, timing.zone) }
}

function fallsOn(day: Day, cadence: Cadence, isWorkingDay: IsWorkingDay): boolean {
  switch (cadence.every) {
    case 'day':
      return true
    case 'week':
      return weekdayOf(day) === cadence.weekday
    case 'fortnight':
      return weekdayOf(day) === cadence.weekday && weeksBetween(cadence.countedFrom, day) % 2 === 0
    case 'month':
      return monthDayOf(day) === Math.min(cadence.monthDay, lengthOfMonth(day))
    case 'first_working_day':
      return isWorkingDay(day) && !daysOfMonthBefore(day).some(isWorkingDay)
  }
}

function weeksBetween(from: Day, to: Day): number {
  return Math.abs(daysBetween(mondayOf(from), mondayOf(to))) / 7
}

function monthDayOf(day: Day): number {
  return Number(day.slice(8))
}

function lengthOfMonth(day: Day): number {
  const nextMonth = addDays(`${day.slice(0, 7)}-28`, 4)
  return monthDayOf(addDays(nextMonth, -monthDayOf(nextMonth)))
}

function daysOfMonthBefore(day: Day): Day[] {
  return Array.from({ length: monthDayOf(day) - 1 }, (_, i) => addDays(day, -1 - i))
}

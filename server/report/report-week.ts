import type { Day, Period } from '../periods/day.ts'
import { addDays, mondayOf } from '../periods/day.ts'
import { dayOf, instantOf, startOfDay } from '../periods/zone.ts'

const HOUR_MS = 3_600_000

/** The last Monday–Sunday week that is over in the zone at `now` (epoch ms). */
export function lastCompleteWeek(now: number, zone: string): Period {
  const monday = mondayOf(dayOf(now, zone))
  return { from: addDays(monday, -7), to: monday }
}

/** True from the schedule's weekday and hour until the end of that Sunday. */
export function isDue(now: number, schedule: { zone: string; weekday: number; hour: number }): boolean {
  const monday = mondayOf(dayOf(now, schedule.zone))
  const day: Day = addDays(monday, schedule.weekday - 1)
  return now >= instantOf(day, schedule.hour * HOUR_MS, schedule.zone)
}

/** True when everything that happened in the period is known at `dataCompleteTo` (ISO instant). */
export function coversPeriod(dataCompleteTo: string | null, period: Period, zone: string): boolean {
  return dataCompleteTo !== null && Date.parse(dataCompleteTo) >= startOfDay(period.to, zone)
}

import type { Period } from '../periods/day.ts'
import { addDays, mondayOf } from '../periods/day.ts'
import { dayOf, startOfDay } from '../periods/zone.ts'

/** The last Monday–Sunday week that is over in the zone at `now` (epoch ms). */
export function lastCompleteWeek(now: number, zone: string): Period {
  const monday = mondayOf(dayOf(now, zone))
  return { from: addDays(monday, -7), to: monday }
}

/** True when everything that happened in the period is known at `dataCompleteTo` (ISO instant). */
export function coversPeriod(dataCompleteTo: string | null, period: Period, zone: string): boolean {
  return dataCompleteTo !== null && Date.parse(dataCompleteTo) >= startOfDay(period.to, zone)
}

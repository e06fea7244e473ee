import type { Day } from './day.ts'
import { addDays, weekdayOf } from './day.ts'
import { dayOf, instantOf } from './zone.ts'

/** Minutes after local midnight, half-open; index 0 = Monday. A closed day has no spans. */
export type OpeningHours = {
  zone: string
  week: readonly (readonly (readonly [number, number])[])[]
  holidays: ReadonlySet<Day>
}

const MINUTE_MS = 60_000
/** Nobody needs to know more than this: longer waits are all "unserved". */
const MAXIMUM_DAYS = 14

/**
 * Opening-hours minutes that lie between two instants (epoch ms); counting stops after two weeks.
 * @example openMinutesBetween(mondayNineOClock, mondayTenOClock, hours) // 60 when open at nine
 */
export function openMinutesBetween(from: number, to: number, hours: OpeningHours): number {
  if (to <= from) return 0
  let minutes = 0
  let day = dayOf(from, hours.zone)
  const lastDay = dayOf(to, hours.zone)
  for (let i = 0; ; i++, day = addDays(day, 1)) {
    for (const [start, end] of spansOf(day, hours)) {
      const opens = Math.max(from, instantOf(day, start * MINUTE_MS, hours.zone))
      const closes = Math.min(to, instantOf(day, end * MINUTE_MS, hours.zone))
      if (closes > opens) minutes += (closes - opens) / MINUTE_MS
    }
    if (i === MAXIMUM_DAYS || day >= lastDay) return minutes
  }
}

function spansOf(day: Day, hours: OpeningHours): readonly (readonly [number, number])[] {
  return hours.holidays.has(day) ? [] : hours.week[weekdayOf(day) - 1]
}

import type { Day } from '../periods/day.ts'
import { addDays, weekdayOf } from '../periods/day.ts'

/** A weekday that usually brings this many conversations does not bring none by chance. */
const USUAL_CONVERSATIONS = 10

/**
 * Days without a single conversation although their weekday is usually busy: the source was down or nothing was
 * taken in. Such a day is unknown, not a zero.
 * @param demand conversations per day; days without any may be absent
 */
export function silentDays(demand: ReadonlyMap<Day, number>, from: Day, to: Day): Set<Day> {
  const byWeekday = new Map<number, { day: Day; n: number }[]>()
  for (let day = from; day < to; day = addDays(day, 1)) {
    const weekday = weekdayOf(day)
    const days = byWeekday.get(weekday) ?? []
    days.push({ day, n: demand.get(day) ?? 0 })
    byWeekday.set(weekday, days)
  }
  const silent = new Set<Day>()
  for (const days of byWeekday.values()) {
    const usual = days.map(({ n }) => n).sort((one, other) => one - other)[Math.floor(days.length / 2)]
    if (usual < USUAL_CONVERSATIONS) continue
    for (const { day, n } of days) if (n === 0) silent.add(day)
  }
  return silent
}

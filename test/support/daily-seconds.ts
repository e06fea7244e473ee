import type { Day } from '../../server/periods/day.ts'
import { dayOfNumber } from '../../server/periods/day.ts'
import { readSecondsColumns, readSourceColumns } from '../../server/store/daily-seconds.ts'
import type { Database } from '../../server/store/database.ts'

/** Every duration of a metric of a brand in seconds, by brand-local day, ascending, sources together. */
export function readDailySeconds(db: Database, brandId: number, metric: string): Map<Day, Float64Array> {
  const { days, values, starts } = readSecondsColumns(db, brandId, metric)
  const byDay = new Map<Day, Float64Array>()
  days.forEach((day, i) => byDay.set(dayOfNumber(day), values.subarray(starts[i], starts[i + 1])))
  return byDay
}

/** The same of each source, oldest day first. */
export function readSourceSeconds(
  db: Database,
  brandId: number,
  metric: string,
): { day: Day; source: string; seconds: Float64Array }[] {
  const { days, sources, sourceOf, values, starts } = readSourceColumns(db, brandId, metric)
  return Array.from(days, (day, i) => ({
    day: dayOfNumber(day),
    source: sources[sourceOf[i]],
    seconds: values.subarray(starts[i], starts[i + 1]),
  }))
}

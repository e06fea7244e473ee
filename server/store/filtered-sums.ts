import type { DailySum } from './daily-values.ts'
import { readDailySums } from './daily-values.ts'
import type { Database } from './database.ts'
import type { MeasureFilter } from './measures/index.ts'
import { measureOf, readMeasureDays } from './measures/index.ts'

/** A measure of a brand per day and source, oldest first: from the daily sums, or of some conversations from their rows. */
export function readSumsOf(
  db: Database,
  brandId: number,
  metric: string,
  filter: MeasureFilter | undefined,
): DailySum[] {
  if (filter === undefined) return readDailySums(db, brandId, metric)
  const days = readMeasureDays(db, { measure: measureOf(metric), brandId, filter })
  return days.map(({ day, source, n, numerator }) => ({ day, source, n, numerator }))
}

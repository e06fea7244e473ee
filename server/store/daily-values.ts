import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { measures } from './measures/all.ts'
import { knownDays } from './measures/keep-known.ts'
import type { DailySum, SummedColumns } from './summed-days.ts'
import { readSummedColumns, rowsOf } from './summed-days.ts'

export type { DailySum, SummedColumns } from './summed-days.ts'

/**
 * A rolled-up measure of a brand per day and source, channels together, oldest first. Days of which too little is known
 * are left out, and of sources that tell the same thing twice all but one.
 */
export function readDailySums(db: Database, brandId: number, metric: string): DailySum[] {
  return rowsOf(readDailyColumns(db, brandId, metric))
}

/** The same in columns, channels apart: many days are read at once where nobody looks at them one by one. */
export function readDailyColumns(db: Database, brandId: number, metric: string): SummedColumns {
  const columns = readSummedColumns(db, brandId, metric)
  const measure = measures.get(metric)
  const isKnown = measure && columns.days.length > 0 ? knownDays(db, brandId, measure) : null
  if (isKnown === null) return columns
  const { days, sources, sourceOf, n, numerator } = columns
  const isKept = (_: number, i: number) => isKnown(days[i], sources[sourceOf[i]])
  return {
    days: days.filter(isKept),
    sources,
    sourceOf: sourceOf.filter(isKept),
    n: n.filter(isKept),
    numerator: numerator.filter(isKept),
  }
}

/** The first day, from `from` on, on which a bot took part in a conversation of the brand. */
export function readFirstBotDay(db: Database, brandId: number, from: Day): Day | null {
  // A brand's days follow one another as its conversations do: the first along the index is the earliest.
  const first = statement<{ day: Day }>(
    db,
    `select day from conversation
     where brand_id = :brandId and bot_involved = 1 and deleted = 0 and +day >= :from
     order by started_at limit 1`,
  ).get({ brandId, from })
  return first?.day ?? null
}

import type { Day } from '../periods/day.ts'
import { dayOfNumber } from '../periods/day.ts'
import { dayNumbersIn, wholeNumbersIn, wordsIn } from './columns.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** One brand-local day of one source: how many, and how many of them count (of a load: what they add up to). */
export type DailySum = { day: Day; source: string; n: number; numerator: number }
/** The same in columns, oldest first; a day may have several rows of one source. */
export type SummedColumns = {
  /** Days since 1970-01-01. */
  days: Int32Array
  /** Every source there is. */
  sources: readonly string[]
  /** The place of each row's source among them. */
  sourceOf: Uint8Array
  n: Float64Array
  numerator: Float64Array
}

type Columns = { days: string | null; sources: string; counts: string; numerators: string }

/**
 * A rolled-up measure of a brand per day and source. Taken over a whole column at a time, as one text: row by row it would
 * take several times as long.
 */
export function readSummedColumns(db: Database, brandId: number, metric: string): SummedColumns {
  const columns = statement<Columns>(
    db,
    `select group_concat(day, '') as days, group_concat(source, char(10)) as sources, group_concat(n) as counts,
       group_concat(numerator) as numerators
     from (select day, source, n, numerator from rollup_day
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric })
  const days = dayNumbersIn(columns?.days ?? '')
  const { words, wordOf } = wordsIn(columns?.sources ?? '', days.length)
  return {
    days,
    sources: words,
    sourceOf: wordOf,
    n: wholeNumbersIn(columns?.counts ?? '', days.length),
    numerator: wholeNumbersIn(columns?.numerators ?? '', days.length),
  }
}

/** The same row by row, channels together. */
export function readSummed(db: Database, brandId: number, metric: string): DailySum[] {
  return rowsOf(readSummedColumns(db, brandId, metric))
}

export function rowsOf({ days, sources, sourceOf, n, numerator }: SummedColumns): DailySum[] {
  const sums: DailySum[] = []
  for (let i = 0; i < days.length; i++) {
    const last = sums.at(-1)
    if (last !== undefined && days[i] === days[i - 1] && sourceOf[i] === sourceOf[i - 1]) {
      last.n += n[i]
      last.numerator += numerator[i]
    } else
      sums.push({ day: dayOfNumber(days[i]), source: sources[sourceOf[i]], n: n[i], numerator: numerator[i] })
  }
  return sums
}

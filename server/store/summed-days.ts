import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** One brand-local day of one source: how many, and how many of them count (of a load: what they add up to). */
export type DailySum = { day: Day; source: string; n: number; numerator: number }

type Columns = { days: string | null; sources: string; counts: string; numerators: string }

/** As many characters as a day has. */
const DAY_LENGTH = 10

/**
 * A rolled-up measure of a brand per day and source, channels together, oldest first. Taken over a whole column at a time,
 * as one text: row by row it would take several times as long.
 */
export function readSummed(db: Database, brandId: number, metric: string): DailySum[] {
  const columns = statement<Columns>(
    db,
    `select group_concat(day, '') as days, group_concat(source, char(10)) as sources, group_concat(n) as counts,
       group_concat(numerator) as numerators
     from (select day, source, n, numerator from rollup_day
       where brand_id = :brandId and metric = :metric order by day, source)`,
  ).get({ brandId, metric })
  if (!columns || columns.days === null) return []
  const { days } = columns
  const counts = numbersOf(columns.counts)
  const numerators = numbersOf(columns.numerators)
  const sums: DailySum[] = []
  let last: DailySum | null = null
  columns.sources.split('\n').forEach((source, i) => {
    const day = days.slice(i * DAY_LENGTH, (i + 1) * DAY_LENGTH)
    if (last?.day === day && last.source === source) {
      last.n += counts[i]
      last.numerator += numerators[i]
      return
    }
    // Both sources of a day name it by the same text.
    last = { day: last?.day === day ? last.day : day, source, n: counts[i], numerator: numerators[i] }
    sums.push(last)
  })
  return sums
}

function numbersOf(column: string): number[] {
  return JSON.parse(`[${column}]`) as number[]
}

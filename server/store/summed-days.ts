import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** One brand-local day of one source: how many, and how many of them count (of a load: what they add up to). */
export type DailySum = { day: Day; source: string; n: number; numerator: number }

/**
 * A rolled-up measure of a brand per day and source, channels together, oldest first. Taken over a whole column at a time:
 * row by row it would take several times as long.
 */
export function readSummed(db: Database, brandId: number, metric: string): DailySum[] {
  const columns = statement<{ days: string; sources: string; counts: string; numerators: string }>(
    db,
    `select json_group_array(day) as days, json_group_array(source) as sources, json_group_array(n) as counts,
       json_group_array(numerator) as numerators
     from (select day, source, sum(n) as n, sum(numerator) as numerator
       from rollup_day where brand_id = :brandId and metric = :metric
       group by day, source order by day, source)`,
  ).get({ brandId, metric })
  if (!columns) return []
  const sources = JSON.parse(columns.sources) as string[]
  const counts = JSON.parse(columns.counts) as number[]
  const numerators = JSON.parse(columns.numerators) as number[]
  return (JSON.parse(columns.days) as Day[]).map((day, i) => ({
    day,
    source: sources[i],
    n: counts[i],
    numerator: numerators[i],
  }))
}

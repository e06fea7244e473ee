import type { MetricKey } from '../../contract.ts'
import type { CsatFamily } from '../../metrics/definition.ts'
import type { Day } from '../../periods/day.ts'
import type { Database } from '../../store/database.ts'
import type { MeasureFilter, Stratum } from '../../store/measures/index.ts'
import { measures, readMeasureDays } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'
import type { Holdings } from './holdings.ts'
import { keepBlocks } from './keep-blocks.ts'

/** What one kind of conversation holds of a metric on one brand-local day. */
export type StratumDay = {
  day: Day
  stratum: Stratum
  n: number
  numerator: number
  /** Of a duration, ascending; Infinity while one has not ended. */
  seconds: ArrayLike<number> | null
}
/**
 * A metric by kind of conversation, from the first day to the one before the last, oldest first.
 * @param family the one family of questions that is asked for, of satisfaction
 */
export type ReadStrata = (
  brandId: number,
  metric: MetricKey,
  family: CsatFamily | null,
  from: Day,
  to: Day,
) => StratumDay[]

/** The same from whichever place it is kept; of a brand, for one metric. */
export type ReadKinds = (...question: Parameters<ReadStrata>) => readonly StratumDay[] | Holdings
export type HoldingsOf = (brandId: number) => readonly StratumDay[] | Holdings

/** The systems that ask for a rating, by the question they ask. */
export const sourcesOf: Record<CsatFamily, readonly string[]> = {
  two_point: ['chat_rating', 'legacy_rating'],
  survey: ['survey'],
}

/**
 * Straight from the rows of the conversations; nothing of a metric that is no property of single conversations. What
 * was read of a metric is kept until another metric is asked for: brands are compared with the same brands again and
 * again. So it speaks of the database as it was, and whoever asks later begins anew.
 * @param filter of a question about some of them only
 */
export function readStrataFrom(db: Database, filter: MeasureFilter = {}): ReadStrata {
  let kept: { of: string; read: (brandId: number, from: Day, to: Day) => StratumDay[] } | null = null
  return (brandId, metric, family, from, to) => {
    const of = `${metric} ${family}`
    if (kept?.of !== of)
      kept = {
        of,
        read: keepBlocks((id, start, end) =>
          readBlock(db, filter, { brandId: id, metric, family }, start, end),
        ),
      }
    return kept.read(brandId, from, to)
  }
}

function readBlock(
  db: Database,
  filter: MeasureFilter,
  { brandId, metric, family }: { brandId: number; metric: MetricKey; family: CsatFamily | null },
  from: Day,
  to: Day,
): StratumDay[] {
  const measure = measures.get(measureKeyOf(metric))
  if (measure === undefined) return []
  const sources = family === null ? null : sourcesOf[family]
  return readMeasureDays(db, { measure, brandId, from, to, filter, strata: true }).flatMap(
    ({ day, source, stratum, n, numerator, seconds }) =>
      stratum === null || (sources !== null && !sources.includes(source))
        ? []
        : [{ day, stratum, n, numerator, seconds }],
  )
}

import type { Day } from '../../periods/day.ts'
import { dayNumberOf } from '../../periods/day.ts'
import type { Database } from '../database.ts'
import type { SummedColumns } from '../summed-days.ts'
import { readSummedColumns } from '../summed-days.ts'
import type { Measure } from './measure.ts'

type DayOfSource = { day: Day; source: string }
/** Whether a day of a source counts; days by their number since 1970-01-01. */
export type IsKnown = (dayNumber: number, source: string) => boolean
type Needs = Pick<Measure, 'needs' | 'toldBy'>

/**
 * The days that count: enough must be known of each, and of sources that tell the same thing twice one stands. Decided
 * from the daily sums, so that a filtered question decides as the report does.
 */
export function keepKnown<Row extends DayOfSource>(
  db: Database,
  brandId: number,
  measure: Needs,
  rows: readonly Row[],
): Row[] {
  const isKnown = rows.length === 0 ? null : knownDays(db, brandId, measure)
  return isKnown === null ? [...rows] : rows.filter(({ day, source }) => isKnown(dayNumberOf(day), source))
}

/** Which days those are; null where all of them are. */
export function knownDays(db: Database, brandId: number, { needs, toldBy }: Needs): IsKnown | null {
  if (!needs && toldBy === undefined) return null
  const unclear = needs
    ? unclearDays(readSummedColumns(db, brandId, needs.key), needs.least)
    : new Set<number>()
  if (toldBy === undefined) return (day) => !unclear.has(day)
  const teller = tellerOf(readSummedColumns(db, brandId, toldBy))
  return (day, source) =>
    teller !== null && source === teller.source && day >= teller.since && !unclear.has(day)
}

function unclearDays({ days, n, numerator }: SummedColumns, least: number): Set<number> {
  const unclear = new Set<number>()
  for (let i = 0; i < days.length;) {
    const day = days[i]
    let all = 0
    let known = 0
    for (; i < days.length && days[i] === day; i++) {
      all += n[i]
      known += numerator[i]
    }
    if (known < least * all) unclear.add(day)
  }
  return unclear
}

/** The source that told most, and the first day on which it told anything; null where none did. */
function tellerOf({ days, sources, sourceOf, numerator }: SummedColumns): {
  source: string
  since: number
} | null {
  const told = new Map<number, { source: string; since: number; sum: number }>()
  for (let i = 0; i < days.length; i++) {
    if (numerator[i] === 0) continue
    const one = told.get(sourceOf[i])
    if (one) one.sum += numerator[i]
    else told.set(sourceOf[i], { source: sources[sourceOf[i]], since: days[i], sum: numerator[i] })
  }
  const [most] = [...told.values()].sort((one, other) => other.sum - one.sum)
  return most ?? null
}

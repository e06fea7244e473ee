import type { Day } from '../../periods/day.ts'
import type { Database } from '../database.ts'
import type { DailySum } from '../summed-days.ts'
import { readSummed } from '../summed-days.ts'
import type { Measure } from './measure.ts'

type DayOfSource = { day: Day; source: string }

/**
 * The days that count: enough must be known of each, and of sources that tell the same thing twice one stands. Decided
 * from the daily sums, so that a filtered question decides as the report does.
 */
export function keepKnown<Row extends DayOfSource>(
  db: Database,
  brandId: number,
  { needs, toldBy }: Measure,
  rows: readonly Row[],
): Row[] {
  let kept = [...rows]
  if (kept.length > 0 && needs) {
    const unclear = unclearDays(readSummed(db, brandId, needs.key), needs.least)
    kept = kept.filter(({ day }) => !unclear.has(day))
  }
  if (kept.length > 0 && toldBy !== undefined) {
    const teller = tellerOf(readSummed(db, brandId, toldBy))
    kept = teller ? kept.filter(({ day, source }) => source === teller.source && day >= teller.since) : []
  }
  return kept
}

function unclearDays(known: readonly DailySum[], least: number): Set<Day> {
  const byDay = new Map<Day, { n: number; numerator: number }>()
  for (const { day, n, numerator } of known) {
    const sum = byDay.get(day) ?? { n: 0, numerator: 0 }
    byDay.set(day, { n: sum.n + n, numerator: sum.numerator + numerator })
  }
  return new Set([...byDay].filter(([, { n, numerator }]) => numerator < least * n).map(([day]) => day))
}

/** The source that told most, and the first day on which it told anything; null where none did. */
function tellerOf(known: readonly DailySum[]): { source: string; since: Day } | null {
  const told = new Map<string, { source: string; since: Day; sum: number }>()
  for (const { day, source, numerator } of known) {
    if (numerator === 0) continue
    const one = told.get(source) ?? { source, since: day, sum: 0 }
    told.set(source, { ...one, sum: one.sum + numerator })
  }
  const [most] = [...told.values()].sort((one, other) => other.sum - one.sum)
  return most ?? null
}

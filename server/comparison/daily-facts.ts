import type { MetricKey, MetricKind } from '../contract.ts'
import type { CsatFamily } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { quantileType7 } from '../statistics/quantile-type7.ts'
import type { DailySum } from '../store/daily-values.ts'
import { readDailySums, readFirstReplies } from '../store/daily-values.ts'
import type { Database } from '../store/database.ts'

export type Sum = { n: number; numerator: number }
/** What a metric is made of, per brand-local day: sums, or for durations the seconds themselves. */
export type DailyFacts =
  | { kind: 'count' | 'rate'; sums: ReadonlyMap<Day, Sum> }
  | { kind: 'duration'; seconds: ReadonlyMap<Day, readonly number[]> }

const families: Record<string, CsatFamily> = {
  chat_rating: 'two_point',
  legacy_rating: 'two_point',
  survey: 'survey',
}

export function readDailyFacts(
  db: Database,
  brandId: number,
  metric: MetricKey,
  kind: MetricKind,
): DailyFacts {
  if (kind === 'duration') return { kind, seconds: readFirstReplies(db, brandId) }
  return { kind, sums: addUp(readDailySums(db, brandId, metric)) }
}

/** Satisfaction apart for each family of questions: answers to different questions are never added up. */
export function readSatisfaction(
  db: Database,
  brandId: number,
  metric: string,
): Record<CsatFamily, DailyFacts> {
  const rows = readDailySums(db, brandId, metric)
  const ofFamily = (family: CsatFamily): DailyFacts => ({
    kind: 'rate',
    sums: addUp(rows.filter(({ source }) => families[source] === family)),
  })
  return { two_point: ofFamily('two_point'), survey: ofFamily('survey') }
}

export function readSums(db: Database, brandId: number, metric: string): DailyFacts {
  return { kind: 'rate', sums: addUp(readDailySums(db, brandId, metric)) }
}

/** How many conversations or answers the days hold, and how many of them count. */
export function sumOver(facts: DailyFacts, days: readonly Day[]): Sum {
  let n = 0
  let numerator = 0
  for (const day of days) {
    if (facts.kind === 'duration') n += facts.seconds.get(day)?.length ?? 0
    else {
      const sum = facts.sums.get(day)
      n += sum?.n ?? 0
      numerator += sum?.numerator ?? 0
    }
  }
  return { n, numerator }
}

/** Whether a value can be made of the days: a number of nothing is a value, a share of nothing is not. */
export function hasData(facts: DailyFacts, days: readonly Day[]): boolean {
  return facts.kind === 'count' ? days.length > 0 : sumOver(facts, days).n > 0
}

export function secondsOver(facts: DailyFacts, days: readonly Day[]): number[] {
  return facts.kind === 'duration' ? days.flatMap((day) => facts.seconds.get(day) ?? []) : []
}

/** The metric over some days taken together: the median, the share, or the number. Null without data. */
export function valueOver(facts: DailyFacts, days: readonly Day[]): number | null {
  if (facts.kind === 'duration') {
    const ascending = Float64Array.from(secondsOver(facts, days)).sort()
    return ascending.length === 0 ? null : quantileType7(ascending, 0.5)
  }
  const { n, numerator } = sumOver(facts, days)
  if (facts.kind === 'count') return n
  return n === 0 ? null : numerator / n
}

function addUp(rows: readonly DailySum[]): Map<Day, Sum> {
  const byDay = new Map<Day, Sum>()
  for (const { day, n, numerator } of rows) {
    const sum = byDay.get(day)
    if (sum) {
      sum.n += n
      sum.numerator += numerator
    } else byDay.set(day, { n, numerator })
  }
  return byDay
}

import type { MetricKey, MetricKind } from '../contract.ts'
import type { CsatFamily } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { quantileOfLists } from '../statistics/quantile-of-lists.ts'
import { together } from '../statistics/together.ts'
import type { DailySum } from '../store/daily-values.ts'
import { readDailySums } from '../store/daily-values.ts'
import { readDailySeconds } from '../store/daily-seconds.ts'
import type { Database } from '../store/database.ts'
import { measureKeyOf } from '../store/measures/stratified.ts'
import { teamDaysReader } from '../store/measures/team/team-days.ts'

/** `denominator` where that is not `n`, as agents' hours are not. */
export type Sum = { n: number; numerator: number; denominator?: number }
/**
 * What a metric is made of, per brand-local day: sums, or for durations the seconds themselves (Infinity while one has
 * not ended). The value of a rate is the numerator divided by `n`, that of a load or an amount of money divided by the
 * denominator.
 */
export type DailyFacts =
  | { kind: 'count' | 'rate' | 'load' | 'money'; sums: ReadonlyMap<Day, Sum> }
  /** The seconds of each day in ascending order. `quantile`: the one that is compared, 0.5 unless told. */
  | { kind: 'duration'; seconds: ReadonlyMap<Day, ArrayLike<number>>; quantile?: number }

/** By the system that asked. */
export const csatFamilies: Readonly<Record<string, CsatFamily>> = {
  chat_rating: 'two_point',
  legacy_rating: 'two_point',
  survey: 'survey',
}

/** A metric's facts; those of satisfaction mix the families of questions and serve only to show that there are some. */
export function readDailyFacts(
  db: Database,
  brandId: number,
  metric: MetricKey,
  kind: MetricKind,
  teamDays = teamDaysReader(db),
): DailyFacts {
  const measure = measureKeyOf(metric)
  if (kind === 'duration') return { kind, seconds: readDailySeconds(db, brandId, measure) }
  const ofTeam = teamDays(brandId, metric)
  if (ofTeam) return { kind, sums: ofTeam }
  return { kind, sums: addUp(readDailySums(db, brandId, measure)) }
}

/** Satisfaction apart for each family of questions: answers to different questions are never added up. */
export function readSatisfaction(
  db: Database,
  brandId: number,
  metric: string,
): Record<CsatFamily, DailyFacts> {
  return byFamily(readDailySums(db, brandId, metric))
}

/** Sums of ratings apart for each family of questions. */
export function byFamily(rows: readonly DailySum[]): Record<CsatFamily, DailyFacts> {
  const ofFamily = (family: CsatFamily): DailyFacts => ({
    kind: 'rate',
    sums: addUp(rows.filter(({ source }) => csatFamilies[source] === family)),
  })
  return { two_point: ofFamily('two_point'), survey: ofFamily('survey') }
}

export function readSums(db: Database, brandId: number, metric: string): DailyFacts {
  return { kind: 'rate', sums: addUp(readDailySums(db, brandId, metric)) }
}

/** How many conversations or answers the days hold, and how many of them count. */
export function sumOver(facts: DailyFacts, days: readonly Day[]): Required<Sum> {
  let n = 0
  let numerator = 0
  let denominator = 0
  for (const day of days) {
    if (facts.kind === 'duration') n += facts.seconds.get(day)?.length ?? 0
    else {
      const sum = facts.sums.get(day)
      n += sum?.n ?? 0
      numerator += sum?.numerator ?? 0
      denominator += sum?.denominator ?? sum?.n ?? 0
    }
  }
  return { n, numerator, denominator }
}

/**
 * Whether a value can be made of the days: a number of nothing is a value, a share of nothing is not. Neither is a ratio
 * of nothing, nor a median that falls among durations that have not ended.
 */
export function hasData(facts: DailyFacts, days: readonly Day[]): boolean {
  if (facts.kind === 'count') return days.length > 0
  if (facts.kind === 'rate') return sumOver(facts, days).n > 0
  return valueOver(facts, days) !== null
}

/** Every duration of some days, one day after the other; none of what is no duration. */
export function secondsOver(facts: DailyFacts, days: readonly Day[]): Float64Array {
  return facts.kind === 'duration' ? together(heldBy(facts, days)) : new Float64Array(0)
}

/**
 * The metric over some days taken together: the median (or another quantile), the share, the ratio or the number. Null
 * without data, and where a quantile falls among durations that have not ended.
 */
export function valueOver(facts: DailyFacts, days: readonly Day[]): number | null {
  if (facts.kind === 'duration') return quantileOver(heldBy(facts, days), facts.quantile)
  return valueOfSum(facts.kind, sumOver(facts, days))
}

/** The share, the ratio or the number that a sum stands for; null of nothing. */
export function valueOfSum(
  kind: Exclude<DailyFacts['kind'], 'duration'>,
  { n, numerator, denominator }: Required<Sum>,
): number | null {
  if (kind === 'count') return n
  if (denominator === 0) return null
  const isRatio = kind === 'load' || kind === 'money'
  return isRatio && numerator === 0 ? null : numerator / denominator
}

/** The quantile of some days' durations taken together; null without any, and where it falls among unended ones. */
export function quantileOver(days: readonly ArrayLike<number>[], quantile = 0.5): number | null {
  if (days.every(({ length }) => length === 0)) return null
  const value = quantileOfLists(days, quantile)
  return Number.isFinite(value) ? value : null
}

/** The durations of those days that have any. */
function heldBy(
  { seconds }: Extract<DailyFacts, { kind: 'duration' }>,
  days: readonly Day[],
): ArrayLike<number>[] {
  const held: ArrayLike<number>[] = []
  for (const day of days) {
    const own = seconds.get(day)
    if (own !== undefined) held.push(own)
  }
  return held
}

/** Sources of a day together. */
export function addUp(rows: readonly DailySum[]): Map<Day, Sum> {
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

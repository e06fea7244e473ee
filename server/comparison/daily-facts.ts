import type { MetricKey, MetricKind } from '../contract.ts'
import type { CsatFamily } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import type { Stretches } from '../statistics/quantile-of-stretches.ts'
import { quantileOfStretches } from '../statistics/quantile-of-stretches.ts'
import { together } from '../statistics/together.ts'
import type { DailySum } from '../store/daily-values.ts'
import { readDailyColumns } from '../store/daily-values.ts'
import { readSecondsColumns } from '../store/daily-seconds.ts'
import type { Database } from '../store/database.ts'
import { measureKeyOf } from '../store/measures/stratified.ts'
import { teamDaysReader } from '../store/measures/team/team-days.ts'
import { secondsOfColumns, sumsOfColumns } from './day-columns.ts'
import type { DailyFacts, Sum } from './day-facts.ts'
import type { DaySeconds } from './day-table.ts'
import { addDay, daySecondsOf, dayTableOf } from './day-table.ts'
import { numbersOf } from './windows.ts'

export type { DailyFacts, Sum } from './day-facts.ts'

const noValues = new Float64Array(0)

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
  if (kind === 'duration') return readDurations(db, brandId, measure)
  const ofTeam = teamDays(brandId, metric)
  if (ofTeam) return { kind, sums: ofTeam }
  return { kind, sums: sumsOfColumns(readDailyColumns(db, brandId, measure)) }
}

/** Satisfaction apart for each family of questions: answers to different questions are never added up. */
export function readSatisfaction(
  db: Database,
  brandId: number,
  metric: string,
): Record<CsatFamily, DailyFacts> {
  const columns = readDailyColumns(db, brandId, metric)
  const ofFamily = (family: CsatFamily): DailyFacts => ({
    kind: 'rate',
    sums: sumsOfColumns(columns, (source) => csatFamilies[source] === family),
  })
  return { two_point: ofFamily('two_point'), survey: ofFamily('survey') }
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
  return { kind: 'rate', sums: sumsOfColumns(readDailyColumns(db, brandId, metric)) }
}

export function readDurations(db: Database, brandId: number, metric: string): DailyFacts {
  return { kind: 'duration', seconds: secondsOfColumns(readSecondsColumns(db, brandId, metric)) }
}

/** How many conversations or answers the days hold, and how many of them count. */
export function sumOver(facts: DailyFacts, days: readonly Day[]): Required<Sum> {
  return sumOfNumbers(facts, numbersOf(days))
}

/** The same of days since 1970-01-01. */
export function sumOfNumbers(facts: DailyFacts, days: readonly number[]): Required<Sum> {
  const sum = { n: 0, numerator: 0, denominator: 0 }
  const table = dayTableOf(facts)
  for (const number of days) addDay(table, number, sum)
  return facts.kind === 'duration' ? { n: sum.n, numerator: 0, denominator: 0 } : sum
}

/** Every duration of some days, one day after the other; none of what is no duration. */
export function secondsOver(facts: DailyFacts, days: readonly Day[]): Float64Array {
  if (facts.kind !== 'duration') return new Float64Array(0)
  const { first, values, starts } = daySecondsOf(facts)
  return together(
    numbersOf(days).map((number) => {
      const place = number - first
      return values.subarray(starts[place] ?? 0, starts[place + 1] ?? 0)
    }),
  )
}

/**
 * The metric over some days taken together: the median (or another quantile), the share, the ratio or the number. Null
 * without data, and where a quantile falls among durations that have not ended.
 */
export function valueOver(facts: DailyFacts, days: readonly Day[]): number | null {
  return valueOfNumbers(facts, numbersOf(days))
}

/** The same of days since 1970-01-01. */
export function valueOfNumbers(facts: DailyFacts, days: readonly number[]): number | null {
  if (facts.kind === 'duration') return quantileOfDays(daySecondsOf(facts), days, facts.quantile)
  return valueOfSum(facts.kind, sumOfNumbers(facts, days))
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

function quantileOfDays(seconds: DaySeconds, days: readonly number[], quantile = 0.5): number | null {
  const stretches = noStretches()
  for (const number of days) addStretch(stretches, seconds, number)
  return quantileOver(stretches, quantile)
}

/** Adds a day's durations to what a quantile is asked of; false where it has none. */
export function addStretch(
  stretches: Stretches,
  { first, values, starts }: DaySeconds,
  dayNumber: number,
): boolean {
  const place = dayNumber - first
  if (!(place >= 0 && place + 1 < starts.length) || starts[place] === starts[place + 1]) return false
  stretches.values = values
  stretches.starts.push(starts[place])
  stretches.ends.push(starts[place + 1])
  return true
}

export function noStretches(): Stretches {
  return { values: noValues, starts: [], ends: [] }
}

/** The quantile of some days' durations taken together; null without any, and where it falls among unended ones. */
function quantileOver(stretches: Stretches, quantile = 0.5): number | null {
  if (stretches.starts.length === 0) return null
  const value = quantileOfStretches(stretches, quantile)
  return Number.isFinite(value) ? value : null
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

import type { MetricDefinition } from '../metrics/definition.ts'
import type { Day } from '../periods/day.ts'
import { dayNumberOf, mondayOf } from '../periods/day.ts'
import { rateWindow } from '../statistics/rate-window.ts'
import type { Interval } from '../statistics/interval.ts'
import { together } from '../statistics/together.ts'
import type { WeightedValues } from '../statistics/weighted-quantile-window.ts'
import { weightedQuantileOfStretches } from '../statistics/weighted-quantile-of-stretches.ts'
import { weightedQuantileWindow } from '../statistics/weighted-quantile-window.ts'
import type { DetailWeek } from '../store/detail-plan.ts'
import type { DailyFacts } from './daily-facts.ts'
import { addStretch, noStretches, secondsOver, sumOver } from './daily-facts.ts'
import { daySecondsOf } from './day-table.ts'
import type { WeeklyValue } from './weekly-values.ts'

/** How many conversations each known one of a day stands for. */
export type DayWeights = (day: Day) => number
/** A single message that is not known leaves a week as it is. */
const LARGEST_ALIKE = 1.1

type Sides = { before: readonly WeeklyValue[]; after: readonly WeeklyValue[] }

/**
 * Weights for weeks of which different parts of the messages are known: a week of which half is known counts as much as
 * one that is known whole. Null where all weeks of a side are known to nearly the same part, or the metric does not
 * rest on messages.
 */
export function sampleWeights(
  { restsOnMessages }: Pick<MetricDefinition, 'restsOnMessages'>,
  details: readonly DetailWeek[],
  { before, after }: Sides,
): DayWeights | null {
  if (!restsOnMessages || details.length === 0) return null
  // A week that is hardly read yet does not outweigh all others.
  const shares = new Map(
    details.map(({ week, tickets, sampled, known }) => [week, Math.max(known, sampled / 2) / tickets]),
  )
  const weightOf = (day: Day) => {
    const share = shares.get(mondayOf(day)) ?? 1
    return share > 0 ? 1 / share : 1
  }
  const isEven = (values: readonly WeeklyValue[]) => {
    const weights = values.flatMap(({ days }) => days.map(weightOf))
    return Math.max(...weights) <= Math.min(...weights) * LARGEST_ALIKE
  }
  return isEven(before) && isEven(after) ? null : weightOf
}

/** The change between two windows of weeks that are known to different parts; of shares and durations only. */
export function weightedEffect(
  facts: DailyFacts,
  { before, after }: Sides,
  weightOf: DayWeights,
  quantile: number,
): Interval | null {
  if (facts.kind === 'rate') {
    const weeks = (values: readonly WeeklyValue[]) =>
      values.map(({ days }) => weightedSum(facts, days, weightOf))
    return rateWindow(weeks(before), weeks(after))
  }
  if (facts.kind !== 'duration') return null
  const weeks = (values: readonly WeeklyValue[]) =>
    values.map(({ days }) => weightedSeconds(facts, days, weightOf))
  return weightedQuantileWindow(weeks(before), weeks(after), quantile)
}

/** A window's share or quantile with its weeks weighed; undefined of what is not weighed. */
export function weightedValue(
  facts: DailyFacts,
  days: readonly Day[],
  weightOf: DayWeights,
): number | null | undefined {
  if (facts.kind === 'rate') {
    const { numerator, denominator } = weightedSum(facts, days, weightOf)
    return denominator === 0 ? null : numerator / denominator
  }
  if (facts.kind !== 'duration') return undefined
  const seconds = daySecondsOf(facts)
  const stretches = noStretches()
  const weights: number[] = []
  for (const day of days) if (addStretch(stretches, seconds, dayNumberOf(day))) weights.push(weightOf(day))
  if (weights.length === 0) return null
  const value = weightedQuantileOfStretches(stretches, weights, facts.quantile ?? 0.5)
  return Number.isFinite(value) ? value : null
}

function weightedSum(facts: DailyFacts, days: readonly Day[], weightOf: DayWeights) {
  const sum = { numerator: 0, denominator: 0, squares: 0 }
  for (const day of days) {
    const { n, numerator } = sumOver(facts, [day])
    const weight = weightOf(day)
    sum.numerator += weight * numerator
    sum.denominator += weight * n
    sum.squares += weight ** 2 * n
  }
  return sum
}

function weightedSeconds(
  facts: Extract<DailyFacts, { kind: 'duration' }>,
  days: readonly Day[],
  weightOf: DayWeights,
): WeightedValues {
  const held = days.map((day) => ({ seconds: secondsOver(facts, [day]), weight: weightOf(day) }))
  return {
    values: together(held.map(({ seconds }) => seconds)),
    weights: together(held.map(({ seconds, weight }) => new Float64Array(seconds.length).fill(weight))),
  }
}

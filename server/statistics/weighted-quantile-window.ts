import { differenceInterval } from './difference-interval.ts'
import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import { studentTQuantile } from './student-t.ts'
import { together } from './together.ts'
import type { WeightedSample } from './weighted-quantile.ts'
import { reachOf, weighSample, weightedQuantile } from './weighted-quantile.ts'

/** Durations of a week, and how many conversations each of them stands for. */
export type WeightedValues = { values: ArrayLike<number>; weights: ArrayLike<number> }
type Arm = { sample: WeightedSample; quantile: number; variance: number; weeks: number }

/**
 * `quantileWindow` where some weeks are known to a smaller part than others: each duration counts by its weight, in the
 * quantile, in the weeks' deviations from it and in the distribution the interval is read from. With equal weights it is
 * the same. The least variance is that of as many equally weighted values as carry the same information (Kish 1965).
 *
 * @example weightedQuantileWindow([{ values: [60, 90], weights: [1, 1] }, { values: [70], weights: [2] }], after, 0.5)
 * @throws when a window has fewer than two weeks with durations
 */
export function weightedQuantileWindow(
  before: readonly WeightedValues[],
  after: readonly WeightedValues[],
  probability: number,
): Interval {
  const first = measureArm(before, probability)
  const second = measureArm(after, probability)
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const t = studentTQuantile(0.975, degrees)
  return differenceInterval(invert(first, probability, t), invert(second, probability, t))
}

function measureArm(allWeeks: readonly WeightedValues[], probability: number): Arm {
  const weeks = allWeeks.filter(({ values }) => values.length > 0)
  if (weeks.length < 2)
    throw new Error('weightedQuantileWindow requires at least two weeks with durations on each side')
  const sample = weighSample(
    together(weeks.map(({ values }) => values)),
    together(weeks.map(({ weights }) => weights)),
  )
  if (!(sample.ascending[0] > 0)) throw new Error('weightedQuantileWindow requires durations above 0')
  const quantile = weightedQuantile(sample, probability)
  const sums = weeks.map((week) => sumsOf(week, quantile))
  const total = sums.reduce((sum, { all }) => sum + all, 0)
  const share = sums.reduce((sum, { below }) => sum + below, 0) / total
  const squares = sums.reduce((sum, { all, below }) => sum + (below - share * all) ** 2, 0)
  const clustered = ((weeks.length / (weeks.length - 1)) * squares) / total ** 2
  const binomial = (probability * (1 - probability)) / sample.effectiveCount
  return { sample, quantile, variance: Math.max(clustered, binomial), weeks: weeks.length }
}

function sumsOf({ values, weights }: WeightedValues, limit: number): { all: number; below: number } {
  const reach = reachOf(limit)
  let all = 0
  let below = 0
  for (let i = 0; i < values.length; i++) {
    all += weights[i]
    if (values[i] <= reach) below += weights[i]
  }
  return { all, below }
}

/** The interval of the share on the logit scale, read back through the sample's own distribution. */
function invert({ sample, quantile, variance }: Arm, probability: number, t: number): Interval {
  const logit = Math.log(probability / (1 - probability))
  const margin = (t * Math.sqrt(variance)) / (probability * (1 - probability))
  const logAt = (z: number) => Math.log(weightedQuantile(sample, 1 / (1 + Math.exp(-z))))
  return { estimate: Math.log(quantile), low: logAt(logit - margin), high: logAt(logit + margin) }
}

import { differenceInterval } from './difference-interval.ts'
import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import { standardiseArm } from './standardised-arm.ts'
import { studentTQuantile } from './student-t.ts'
import { together } from './together.ts'
import type { WeightedSample } from './weighted-quantile.ts'
import { weighSample, weightedQuantile } from './weighted-quantile.ts'

/** One row per week, one list of durations per stratum. */
export type StratumDurations = readonly (readonly ArrayLike<number>[])[]
export type StandardisedQuantile = {
  /** ln(after ÷ before); its high end is infinite where it lies among durations that have not ended. */
  effect: Interval
  before: number
  after: number
}
type Arm = { sample: WeightedSample; quantile: number; variance: number; weeks: number }

/**
 * Ratio of a quantile after to the same quantile before, as if both sides had the same mix of conversations: by what
 * factor did a duration change that a change of mix does not explain?
 *
 * Every conversation counts by its stratum's weight; otherwise as `quantileWindow`: Woodruff's interval with weeks as
 * clusters, Satterthwaite degrees of freedom, MOVER for the ratio. Assumes that weeks are exchangeable within a side,
 * and that what changed the mix is in the strata.
 *
 * @param weights of the strata, their sum being 1 (`planStrata`)
 * @returns null where a side's quantile lies among the durations that have not ended
 * @throws when a side has fewer than two weeks, nothing of a stratum, or a duration that is not above 0
 * @example standardisedQuantile([[[60, 90], [600]], …], after, [0.6, 0.4], 0.5)?.effect
 */
export function standardisedQuantile(
  before: StratumDurations,
  after: StratumDurations,
  weights: readonly number[],
  probability: number,
): StandardisedQuantile | null {
  const first = measureArm(before, weights, probability)
  const second = measureArm(after, weights, probability)
  if (first.quantile === Infinity || second.quantile === Infinity) return null
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const t = studentTQuantile(0.975, degrees)
  return {
    effect: differenceInterval(invert(first, probability, t), invert(second, probability, t)),
    before: first.quantile,
    after: second.quantile,
  }
}

function measureArm(weeks: StratumDurations, weights: readonly number[], probability: number): Arm {
  const sample = standardisedSample(weeks, weights)
  if (!(sample.ascending[0] > 0)) throw new Error('standardisedQuantile requires durations above 0')
  const quantile = weightedQuantile(sample, probability)
  const cells = weeks.map((week) =>
    week.map((seconds) => ({ numerator: countAtMost(seconds, quantile), denominator: seconds.length })),
  )
  const { variance, weeks: count } = standardiseArm(cells, weights)
  const binomial = (probability * (1 - probability)) / sample.effectiveCount
  return { sample, quantile, variance: Math.max(variance, binomial), weeks: count }
}

/** All durations, each counting by its stratum's weight divided by the stratum's number. */
export function standardisedSample(weeks: StratumDurations, weights: readonly number[]): WeightedSample {
  const lists = weights.map((_, place) => together(weeks.map((week) => week[place])))
  const counts = lists.map((list, place) => new Float64Array(list.length).fill(weights[place] / list.length))
  return weighSample(together(lists), together(counts))
}

function countAtMost(values: ArrayLike<number>, limit: number): number {
  let count = 0
  for (let i = 0; i < values.length; i++) if (values[i] <= limit) count++
  return count
}

/** The interval of the share on the logit scale, read back through the sample's own distribution. */
function invert({ sample, quantile, variance }: Arm, probability: number, t: number): Interval {
  const logit = Math.log(probability / (1 - probability))
  const margin = (t * Math.sqrt(variance)) / (probability * (1 - probability))
  const logAt = (z: number) => Math.log(weightedQuantile(sample, 1 / (1 + Math.exp(-z))))
  return { estimate: Math.log(quantile), low: logAt(logit - margin), high: logAt(logit + margin) }
}

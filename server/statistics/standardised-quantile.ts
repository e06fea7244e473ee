import { differenceInterval } from './difference-interval.ts'
import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import type { StratumCell } from './standardised-arm.ts'
import { standardiseArm } from './standardised-arm.ts'
import { studentTQuantile } from './student-t.ts'
import { together } from './together.ts'
import type { WeightedSample } from './weighted-quantile.ts'
import { reachOf, weighSample, weightedQuantile } from './weighted-quantile.ts'

/** One row per week, one list of durations per stratum. */
export type StratumDurations = readonly (readonly ArrayLike<number>[])[]
/** How many conversations each of those durations stands for, where some stand for more than others. */
export type DurationWeights = StratumDurations
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
 * @param caseWeights of the durations of both sides, where weeks are known to different parts
 * @returns null where a side's quantile lies among the durations that have not ended
 * @throws when a side has fewer than two weeks, nothing of a stratum, or a duration that is not above 0
 * @example standardisedQuantile([[[60, 90], [600]], …], after, [0.6, 0.4], 0.5)?.effect
 */
export function standardisedQuantile(
  before: StratumDurations,
  after: StratumDurations,
  weights: readonly number[],
  probability: number,
  caseWeights: { before: DurationWeights; after: DurationWeights } | null = null,
): StandardisedQuantile | null {
  const first = measureArm(before, weights, probability, caseWeights?.before)
  const second = measureArm(after, weights, probability, caseWeights?.after)
  if (first.quantile === Infinity || second.quantile === Infinity) return null
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const t = studentTQuantile(0.975, degrees)
  return {
    effect: differenceInterval(invert(first, probability, t), invert(second, probability, t)),
    before: first.quantile,
    after: second.quantile,
  }
}

function measureArm(
  weeks: StratumDurations,
  weights: readonly number[],
  probability: number,
  caseWeights?: DurationWeights,
): Arm {
  const sample = standardisedSample(weeks, weights, caseWeights)
  if (!(sample.ascending[0] > 0)) throw new Error('standardisedQuantile requires durations above 0')
  const quantile = weightedQuantile(sample, probability)
  const cells = weeks.map((week, i) =>
    week.map((seconds, place) => cellOf(seconds, caseWeights?.[i][place], quantile)),
  )
  const { variance, weeks: count } = standardiseArm(cells, weights)
  const binomial = (probability * (1 - probability)) / sample.effectiveCount
  return { sample, quantile, variance: Math.max(variance, binomial), weeks: count }
}

/** All durations, each counting by its part of its stratum times the stratum's weight. */
export function standardisedSample(
  weeks: StratumDurations,
  weights: readonly number[],
  caseWeights?: DurationWeights,
): WeightedSample {
  const lists = weights.map((_, place) => together(weeks.map((week) => week[place])))
  const counts = lists.map((list, place) => {
    const cases = caseWeights && together(caseWeights.map((week) => week[place]))
    const all = cases ? cases.reduce((sum, one) => sum + one, 0) : list.length
    return Float64Array.from(list, (_, i) => (weights[place] * (cases?.[i] ?? 1)) / all)
  })
  return weighSample(together(lists), together(counts))
}

/** Durations up to a limit, and all of them. */
function cellOf(
  seconds: ArrayLike<number>,
  cases: ArrayLike<number> | undefined,
  limit: number,
): Required<StratumCell> {
  const reach = reachOf(limit)
  const cell = { numerator: 0, denominator: 0, squares: 0 }
  for (let i = 0; i < seconds.length; i++) {
    const weight = cases?.[i] ?? 1
    cell.denominator += weight
    cell.squares += weight ** 2
    if (seconds[i] <= reach) cell.numerator += weight
  }
  return cell
}

/** The interval of the share on the logit scale, read back through the sample's own distribution. */
function invert({ sample, quantile, variance }: Arm, probability: number, t: number): Interval {
  const logit = Math.log(probability / (1 - probability))
  const margin = (t * Math.sqrt(variance)) / (probability * (1 - probability))
  const logAt = (z: number) => Math.log(weightedQuantile(sample, 1 / (1 + Math.exp(-z))))
  return { estimate: Math.log(quantile), low: logAt(logit - margin), high: logAt(logit + margin) }
}

import type { Interval } from './interval.ts'
import { satterthwaite } from './satterthwaite.ts'
import type { StratumWeeks } from './standardised-arm.ts'
import { standardiseArm } from './standardised-arm.ts'
import { studentTQuantile } from './student-t.ts'

export type StandardisedRate = {
  /** After − before. */
  effect: Interval
  before: number
  after: number
}

/**
 * Difference of two rates as if both sides had the same mix of conversations: by how many points did a share change
 * that a change of mix does not explain?
 *
 * Direct standardisation, weeks as clusters, t with Satterthwaite's degrees of freedom. Assumes that weeks are
 * exchangeable within a side, and that what changed the mix is in the strata.
 *
 * @param before one row per week, one cell per stratum
 * @param weights of the strata, their sum being 1 (`planStrata`)
 * @throws when a side has fewer than two weeks, or nothing of a stratum
 * @example standardisedRate([[{ numerator: 3, denominator: 10 }, …], …], after, [0.6, 0.4]).effect
 */
export function standardisedRate(
  before: StratumWeeks,
  after: StratumWeeks,
  weights: readonly number[],
): StandardisedRate {
  const first = standardiseArm(before, weights)
  const second = standardiseArm(after, weights)
  const degrees = satterthwaite(first.variance, first.weeks - 1, second.variance, second.weeks - 1)
  const half = studentTQuantile(0.975, degrees) * Math.sqrt(first.variance + second.variance)
  const estimate = second.share - first.share
  return {
    effect: { estimate, low: estimate - half, high: estimate + half },
    before: first.share,
    after: second.share,
  }
}

import type { DesignWeight } from './design-correlation.ts'
import { designCorrelation } from './design-correlation.ts'
import type { Interval } from './interval.ts'
import { normalCumulative } from './normal.ts'

export type BrandEffect = {
  /** On the metric's scale: a difference of logarithms or of shares. */
  estimate: number
  standardError: number
  /** What the estimate is made of: its weight on every week of every series. */
  weights: readonly DesignWeight[]
}
export type PooledEffect = Interval & { p: number; standardError: number; brands: number }

/**
 * The mean effect over several brands: what did the move do to all of them together?
 *
 * Its error is made of the brands' own errors and of what they have in common, mostly shared controls
 * (`designCorrelation`). The interval is normal. The brands are the population; nothing is said about others.
 *
 * @param shares how much each brand counts, such as its conversations before the move; every brand alike if left out
 * @throws when there is no brand, or shares do not fit the brands
 * @example poolEffects([{ estimate: -0.2, standardError: 0.1, weights: […] }, …])
 */
export function poolEffects(brands: readonly BrandEffect[], shares?: readonly number[]): PooledEffect {
  if (brands.length === 0) throw new Error('poolEffects requires at least one brand')
  const counts = normalise(shares ?? brands.map(() => 1), brands.length)
  const correlation = designCorrelation(brands.map(({ weights }) => weights))
  let estimate = 0
  let variance = 0
  for (let i = 0; i < brands.length; i++) {
    estimate += counts[i] * brands[i].estimate
    for (let j = 0; j < brands.length; j++) {
      variance +=
        counts[i] * counts[j] * brands[i].standardError * brands[j].standardError * correlation[i][j]
    }
  }
  const standardError = Math.sqrt(Math.max(0, variance))
  return {
    estimate,
    low: estimate - 1.96 * standardError,
    high: estimate + 1.96 * standardError,
    p: probabilityOfAsMuch(estimate, standardError),
    standardError,
    brands: brands.length,
  }
}

function normalise(shares: readonly number[], count: number): number[] {
  const sum = shares.reduce((total, share) => total + share, 0)
  if (shares.length !== count || !shares.every((share) => share >= 0) || !(sum > 0))
    throw new Error('poolEffects requires one share per brand, none below 0 and not all 0')
  return shares.map((share) => share / sum)
}

function probabilityOfAsMuch(estimate: number, standardError: number): number {
  if (estimate === 0) return 1
  return standardError === 0 ? 0 : 2 * normalCumulative(-Math.abs(estimate) / standardError)
}

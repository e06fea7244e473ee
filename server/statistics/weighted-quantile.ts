import { orderWeighted } from './order-weighted.ts'

/** Part of one effective value that is taken for none. */
const ROUNDING = 1e-9

/**
 * What a value may be at most to count among those up to a quantile: where many are alike, the mean of a stretch of them
 * may lie a last digit below each of them.
 */
export function reachOf(quantile: number): number {
  return quantile * (1 + 1e-12)
}

/** Values in ascending order with the share of the sample that lies below the end of each. */
export type WeightedSample = {
  ascending: Float64Array
  /** Running sum of the weights, 1 at the end. */
  cumulative: Float64Array
  /** How many equally weighted values would carry as much information (Kish 1965). */
  effectiveCount: number
}

/**
 * @param values may be `Infinity` where a duration has not ended
 * @param weights one per value, above 0; only their proportions matter
 * @throws when there is no value
 */
export function weighSample(values: ArrayLike<number>, weights: ArrayLike<number>): WeightedSample {
  if (values.length === 0) throw new Error('weighSample requires at least one value')
  const { ascending, weights: ofValue } = orderWeighted(values, weights)
  const cumulative = new Float64Array(ofValue.length)
  let sum = 0
  let squares = 0
  for (let i = 0; i < ofValue.length; i++) {
    sum += ofValue[i]
    squares += ofValue[i] ** 2
    cumulative[i] = sum
  }
  for (let i = 0; i < cumulative.length; i++) cumulative[i] /= sum
  cumulative[cumulative.length - 1] = 1
  return { ascending, cumulative, effectiveCount: sum ** 2 / squares }
}

/**
 * Quantile of a sample whose values count differently: which value lies above the given share of the weight?
 *
 * The mean of the sample's quantile function over a stretch one effective value wide; with equal weights exactly the
 * type 7 of Hyndman & Fan. Values that are equal may come in any order. Reference: Akinshin 2023, arXiv 2304.07265.
 *
 * @example weightedQuantile(weighSample([10, 20, 30, 40], [1, 1, 1, 1]), 0.5) // 25
 */
export function weightedQuantile(sample: WeightedSample, probability: number): number {
  const { ascending, cumulative, effectiveCount } = sample
  const share = Math.min(1, Math.max(0, probability))
  const from = (share * (effectiveCount - 1)) / effectiveCount
  const to = Math.min(1, from + 1 / effectiveCount)
  let first: number | null = null
  let last = 0
  let sum = 0
  let taken = 0
  for (let i = firstAbove(cumulative, from); i < ascending.length; i++) {
    const width = Math.min(to, cumulative[i]) - Math.max(from, i === 0 ? 0 : cumulative[i - 1])
    // What is only touched by rounding must not bring in a duration that has not ended.
    if (width * effectiveCount > ROUNDING) {
      first ??= ascending[i]
      last = ascending[i]
      sum += width * last
      taken += width
    }
    if (cumulative[i] >= to) break
  }
  // Exactly the value where it is one: what is counted up to the quantile must include all that equals it.
  return first === null || first === last ? last : sum / taken
}

/** The first place whose running sum is above the share. */
function firstAbove(cumulative: Float64Array, share: number): number {
  let low = 0
  let high = cumulative.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulative[middle] > share) high = middle
    else low = middle + 1
  }
  return low
}

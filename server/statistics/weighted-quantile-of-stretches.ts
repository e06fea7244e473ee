import type { Stretches } from './quantile-of-stretches.ts'
import { selectAt } from './select-at.ts'

/** Part of one effective value that is taken for none. */
const ROUNDING = 1e-9
/** So few values are passed one by one sooner than stretches are parted. */
const FEW = 32

/** What is left of each stretch, and where a pivot parts it; filled anew for each question. */
let starts = new Int32Array(256)
let ends = new Int32Array(256)
let splits = new Int32Array(256)
let middles = new Float64Array(256)

/**
 * `weightedQuantile` of several ascending stretches taken together, all values of a stretch having one weight: the days of
 * a window lie in order already, and a day counts as much as is known of it. They are parted together until little is left
 * before the quantile, instead of putting all of them into one list.
 * @param weights one for each stretch, above 0
 * @throws when there is no value
 */
export function weightedQuantileOfStretches(
  stretches: Stretches,
  weights: readonly number[],
  probability: number,
): number {
  let sum = 0
  let squares = 0
  stretches.starts.forEach((start, i) => {
    const count = stretches.ends[i] - start
    sum += weights[i] * count
    squares += weights[i] ** 2 * count
  })
  if (!(sum > 0)) throw new Error('weightedQuantileOfStretches requires at least one value')
  const effectiveCount = sum ** 2 / squares
  const share = Math.min(1, Math.max(0, probability))
  const fromShare = (share * (effectiveCount - 1)) / effectiveCount
  const to = Math.min(1, fromShare + 1 / effectiveCount) * sum
  const before = narrow(stretches, weights, fromShare * sum)
  return meanBetween(stretches, weights, before, fromShare * sum, to, (ROUNDING * sum) / effectiveCount)
}

/** Leaves of the stretches little before a place in the weight; returns the weight of what lies before that. */
function narrow({ values, ...all }: Stretches, weights: readonly number[], from: number): number {
  const lists = all.starts.length
  let left = begin(all)
  let before = 0
  for (let isNarrower = true; isNarrower && left > FEW + lists;) {
    const pivot = middleOfMiddles(values, lists)
    let weight = before
    let count = 0
    for (let i = 0; i < lists; i++) {
      splits[i] = firstAbove(values, starts[i], ends[i], pivot)
      weight += weights[i] * (splits[i] - starts[i])
      count += splits[i] - starts[i]
    }
    if (weight <= from) {
      for (let i = 0; i < lists; i++) starts[i] = splits[i]
      before = weight
      left -= count
    } else {
      for (let i = 0; i < lists; i++) ends[i] = splits[i]
      // Equal values cannot be parted.
      isNarrower = count < left
      left = count
    }
  }
  return before
}

/** The mean of the values over a part of the weight, from what is left of the stretches on. */
function meanBetween(
  { values, ends: allEnds }: Stretches,
  weights: readonly number[],
  before: number,
  from: number,
  to: number,
  least: number,
): number {
  let first: number | null = null
  let last = 0
  let sum = 0
  let taken = 0
  let reached = before
  for (;;) {
    let nearest = -1
    for (let i = 0; i < allEnds.length; i++)
      if (starts[i] < allEnds[i] && (nearest < 0 || values[starts[i]] < values[starts[nearest]])) nearest = i
    if (nearest < 0) break
    const value = values[starts[nearest]++]
    const next = reached + weights[nearest]
    const width = Math.min(to, next) - Math.max(from, reached)
    // What is only touched by rounding must not bring in a duration that has not ended.
    if (width > least) {
      last = value
      first ??= last
      sum += width * last
      taken += width
    }
    if (next >= to) break
    reached = next
  }
  // Exactly the value where it is one: what is counted up to the quantile must include all that equals it.
  return first === null || first === last ? last : sum / taken
}

function begin(all: Omit<Stretches, 'values'>): number {
  const lists = all.starts.length
  if (lists > starts.length) {
    starts = new Int32Array(2 * lists)
    ends = new Int32Array(2 * lists)
    splits = new Int32Array(2 * lists)
    middles = new Float64Array(2 * lists)
  }
  let count = 0
  for (let i = 0; i < lists; i++) {
    starts[i] = all.starts[i]
    ends[i] = all.ends[i]
    count += ends[i] - starts[i]
  }
  return count
}

/** Any value would do; this one leaves about half. */
function middleOfMiddles(values: Float64Array, lists: number): number {
  let count = 0
  for (let i = 0; i < lists; i++)
    if (starts[i] < ends[i]) middles[count++] = values[(starts[i] + ends[i]) >> 1]
  return selectAt(middles, count, count >> 1)
}

function firstAbove(ascending: Float64Array, start: number, end: number, limit: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle] > limit) high = middle
    else low = middle + 1
  }
  return low
}

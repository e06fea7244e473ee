import { orderWeighted } from './order-weighted.ts'

/** Durations in ascending order, and the kind of each. */
export type KindDurations = { seconds: Float64Array; kinds: Uint32Array }
/** How much one duration of each kind counts, by the number of the kind; 0 for those that do not count. */
export type KindWeights = {
  weightOf: Float64Array
  /** Of all durations together. */
  sum: number
  /** How many equally weighted durations would carry as much information (Kish 1965). */
  effectiveCount: number
}

/** Part of one effective value that is taken for none. */
const ROUNDING = 1e-9
/** So few values are put in order sooner than lists are halved. */
const FEW = 32

/** What is left of each list, and where a pivot parts it; filled anew for each question. */
let starts = new Int32Array(128)
let ends = new Int32Array(128)
let splits = new Int32Array(128)

/**
 * `weightedQuantile` of several ascending lists taken together, where a value counts by its kind. Every brand that moved
 * asks it of each week of each brand it is compared with, each time with other weights: the lists are halved together
 * until hardly more than the quantile is left, instead of putting all of them into one list first.
 * @returns 0 where nothing counts
 */
export function weightedQuantileOfKinds(
  lists: readonly KindDurations[],
  { weightOf, sum, effectiveCount }: KindWeights,
  probability: number,
): number {
  const share = Math.min(1, Math.max(0, probability))
  const fromShare = (share * (effectiveCount - 1)) / effectiveCount
  const from = fromShare * sum
  const to = Math.min(1, fromShare + 1 / effectiveCount) * sum
  const before = narrow(lists, weightOf, from, to)
  return meanBetween(lists, weightOf, before, { from, to, least: (ROUNDING * sum) / effectiveCount })
}

/** Leaves of the lists what lies about a stretch of the weight; returns the weight of what lies before that. */
function narrow(lists: readonly KindDurations[], weightOf: Float64Array, from: number, to: number): number {
  let left = begin(lists)
  let before = 0
  while (left > FEW + lists.length) {
    const pivot = middleOfLongest(lists)
    let weight = before
    let count = 0
    for (let i = 0; i < lists.length; i++) {
      const { seconds, kinds } = lists[i]
      const split = firstAbove(seconds, starts[i], ends[i], pivot)
      for (let j = starts[i]; j < split; j++) weight += weightOf[kinds[j]]
      splits[i] = split
      count += split - starts[i]
    }
    if (weight <= from) {
      starts.set(splits.subarray(0, lists.length))
      before = weight
      left -= count
    } else if (weight > to && count < left) {
      ends.set(splits.subarray(0, lists.length))
      left = count
    } else break
  }
  return before
}

/** The mean of the values over a stretch of the weight, among what is left of the lists. */
function meanBetween(
  lists: readonly KindDurations[],
  weightOf: Float64Array,
  before: number,
  { from, to, least }: { from: number; to: number; least: number },
): number {
  const values: number[] = []
  const weights: number[] = []
  for (let i = 0; i < lists.length; i++)
    for (let j = starts[i]; j < ends[i]; j++) {
      const weight = weightOf[lists[i].kinds[j]]
      if (weight === 0) continue
      values.push(lists[i].seconds[j])
      weights.push(weight)
    }
  const ordered = orderWeighted(values, weights)
  let first: number | null = null
  let last = 0
  let sum = 0
  let taken = 0
  let reached = before
  for (let i = 0; i < values.length; i++) {
    const next = reached + ordered.weights[i]
    const width = Math.min(to, next) - Math.max(from, reached)
    // What is only touched by rounding must not bring in a duration that has not ended.
    if (width > least) {
      first ??= ordered.ascending[i]
      last = ordered.ascending[i]
      sum += width * last
      taken += width
    }
    if (next >= to) break
    reached = next
  }
  return first === null || first === last ? last : sum / taken
}

function begin(lists: readonly KindDurations[]): number {
  if (lists.length > starts.length) {
    starts = new Int32Array(2 * lists.length)
    ends = new Int32Array(2 * lists.length)
    splits = new Int32Array(2 * lists.length)
  }
  let count = 0
  for (let i = 0; i < lists.length; i++) {
    starts[i] = 0
    ends[i] = lists[i].seconds.length
    count += ends[i]
  }
  return count
}

/** Any of them would do. */
function middleOfLongest(lists: readonly KindDurations[]): number {
  let longest = 0
  for (let i = 1; i < lists.length; i++)
    if (ends[i] - starts[i] > ends[longest] - starts[longest]) longest = i
  return lists[longest].seconds[(starts[longest] + ends[longest]) >> 1]
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

import { selectAt } from './select-at.ts'

/** Durations and the kind of each, in stretches that each are in ascending order. */
export type KindDurations = { seconds: Float64Array; kinds: Uint32Array; starts: number[]; ends: number[] }
/** How much one duration of each kind counts, by the number of the kind; 0 for those that do not count. */
export type KindWeights = {
  weightOf: Float64Array
  /** Of all durations together. */
  sum: number
  /** How many equally weighted durations would carry as much information (Kish 1965). */
  effectiveCount: number
}
/** The part of the weight whose mean is asked for. */
type Part = { from: number; to: number; sum: number }

/** Part of one effective value that is taken for none. */
const ROUNDING = 1e-9
/** So few durations are passed one by one sooner than stretches are parted. */
const FEW = 24

/** What is left of each stretch, and where a pivot parts it; filled anew for each question. */
let starts = new Int32Array(128)
let ends = new Int32Array(128)
let splits = new Int32Array(128)
let pivots = new Float64Array(128)

/**
 * `weightedQuantile` of several ascending stretches taken together, where a value counts by its kind. Every brand that
 * moved asks it of each week of each brand it is compared with, each time with other weights: the stretches are parted
 * together until little is left before the quantile, and that is passed in order.
 * @param near a guess; the answer is the same with every guess and with none, but sooner found with a good one
 * @returns 0 where nothing counts
 */
export function weightedQuantileOfKinds(
  durations: KindDurations,
  { weightOf, sum, effectiveCount }: KindWeights,
  probability: number,
  near?: number,
): number {
  const share = Math.min(1, Math.max(0, probability))
  const fromShare = (share * (effectiveCount - 1)) / effectiveCount
  const part = { from: fromShare * sum, to: Math.min(1, fromShare + 1 / effectiveCount) * sum, sum }
  const before = narrow(durations, weightOf, part, near)
  return meanBetween(durations, weightOf, before, part, (ROUNDING * sum) / effectiveCount)
}

/** Leaves of the stretches little before a part of the weight; returns the weight of what lies before that. */
function narrow(
  { seconds, kinds, starts: allStarts, ends: allEnds }: KindDurations,
  weightOf: Float64Array,
  { from, sum }: Part,
  near: number | undefined,
): number {
  const lists = allStarts.length
  const all = begin(allStarts, allEnds)
  let left = all
  let before = 0
  let pivot = near ?? middleOfLongest(seconds, lists)
  for (let round = 1; left > FEW && ((from - before) / sum) * all > FEW; round++) {
    let weight = before
    let count = 0
    for (let i = 0; i < lists; i++) {
      const split = firstAbove(seconds, starts[i], ends[i], pivot)
      for (let j = starts[i]; j < split; j++) weight += weightOf[kinds[j]]
      splits[i] = split
      count += split - starts[i]
    }
    // Neither part would be smaller: another pivot has to be found.
    const isIdle = count === 0 || count === left
    if (weight <= from) {
      for (let i = 0; i < lists; i++) starts[i] = splits[i]
      before = weight
      left -= count
    } else {
      for (let i = 0; i < lists; i++) ends[i] = splits[i]
      left = count
    }
    // Guesses can go astray; halves cannot.
    if (isIdle || round > 3) pivot = middleOfLongest(seconds, lists)
    else if (weight <= from) pivot = fromStarts(seconds, lists, (((from - before) / sum) * all) / lists)
    else pivot = fromEnds(seconds, lists, (((weight - from) / sum) * all) / lists)
    if (isIdle && round > 3) break
  }
  return before
}

/** The mean of the values over a part of the weight, from what is left of the stretches on. */
function meanBetween(
  { seconds, kinds, starts: all, ends: allEnds }: KindDurations,
  weightOf: Float64Array,
  before: number,
  { from, to }: Part,
  least: number,
): number {
  let first: number | null = null
  let last = 0
  let sum = 0
  let taken = 0
  let reached = before
  for (;;) {
    let nearest = -1
    for (let i = 0; i < all.length; i++)
      if (starts[i] < allEnds[i] && (nearest < 0 || seconds[starts[i]] < seconds[starts[nearest]]))
        nearest = i
    if (nearest < 0) break
    const place = starts[nearest]++
    const next = reached + weightOf[kinds[place]]
    const width = Math.min(to, next) - Math.max(from, reached)
    // What is only touched by rounding must not bring in a duration that has not ended.
    if (width > least) {
      last = seconds[place]
      first ??= last
      sum += width * last
      taken += width
    }
    if (next >= to) break
    reached = next
  }
  return first === null || first === last ? last : sum / taken
}

function begin(allStarts: readonly number[], allEnds: readonly number[]): number {
  const lists = allStarts.length
  if (lists > starts.length) {
    starts = new Int32Array(2 * lists)
    ends = new Int32Array(2 * lists)
    splits = new Int32Array(2 * lists)
    pivots = new Float64Array(2 * lists)
  }
  let count = 0
  for (let i = 0; i < lists; i++) {
    starts[i] = allStarts[i]
    ends[i] = allEnds[i]
    count += ends[i] - starts[i]
  }
  return count
}

/** Any of them would do. */
function middleOfLongest(seconds: Float64Array, lists: number): number {
  let longest = 0
  for (let i = 1; i < lists; i++) if (ends[i] - starts[i] > ends[longest] - starts[longest]) longest = i
  return seconds[(starts[longest] + ends[longest]) >> 1]
}

/** A value a little before the one that is so many durations of each stretch away from where they begin. */
function fromStarts(seconds: Float64Array, lists: number, steps: number): number {
  return middleOf(seconds, lists, (i) =>
    Math.min(ends[i] - 1, starts[i] + Math.max(0, Math.floor(steps) - 1)),
  )
}

/** A value a little before the one that is so many durations of each stretch away from where they end. */
function fromEnds(seconds: Float64Array, lists: number, steps: number): number {
  return middleOf(seconds, lists, (i) => Math.max(starts[i], ends[i] - 2 - Math.ceil(steps)))
}

function middleOf(seconds: Float64Array, lists: number, placeIn: (list: number) => number): number {
  let count = 0
  for (let i = 0; i < lists; i++) if (starts[i] < ends[i]) pivots[count++] = seconds[placeIn(i)]
  return selectAt(pivots, count, count >> 1)
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

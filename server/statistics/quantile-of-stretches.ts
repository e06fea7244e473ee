import { firstNotBelow } from './first-not-below.ts'
import { quantileType7 } from './quantile-type7.ts'
import { selectAt } from './select-at.ts'

/** Stretches of one list, each in ascending order. */
export type Stretches = { values: Float64Array; starts: number[]; ends: number[] }
type Neighbours = readonly [number, number]

/** So few values are put in order sooner than stretches are halved. */
const FEW = 32
/** So few steps from a pivot are walked sooner than another one is tried. */
const MOST_STEPS = 24

/** What is left of each stretch, and where a pivot parts it; filled anew for each question. */
let starts = new Int32Array(128)
let ends = new Int32Array(128)
let lowers = new Int32Array(128)
let uppers = new Int32Array(128)
let gathered = new Float64Array(1024)

/**
 * `quantileType7` of several ascending stretches taken together. A week's durations lie in order already, day by day: the
 * days are halved together until hardly more than the quantile is left, instead of putting all of them into one list.
 * @example quantileOfStretches({ values: Float64Array.of(10, 40, 20, 30), starts: [0, 2], ends: [2, 4] }, 0.5) // 25
 * @throws when there is no value
 */
export function quantileOfStretches(stretches: Stretches, probability: number): number {
  let count = 0
  for (let i = 0; i < stretches.starts.length; i++) count += stretches.ends[i] - stretches.starts[i]
  if (count === 0) throw new Error('quantileOfStretches requires at least one value')
  if (stretches.starts.length === 1)
    return quantileType7(stretches.values.subarray(stretches.starts[0], stretches.ends[0]), probability)
  const position = (count - 1) * Math.min(1, Math.max(0, probability))
  const below = Math.floor(position)
  const [lower, upper] = neighboursAt(stretches, count, below)
  if (below + 1 >= count || position === below || upper === lower) return lower
  return lower + (position - below) * (upper - lower)
}

/** The value at a place of the common order and the one after it; Infinity where there is none. */
function neighboursAt(stretches: Stretches, count: number, place: number): Neighbours {
  const { values } = stretches
  const lists = begin(stretches)
  let left = count
  let rank = place
  let pivot = middleOfMiddles(values, lists)
  while (left > FEW + 2 * lists) {
    let below = 0
    let upTo = 0
    for (let i = 0; i < lists; i++) {
      const lower = firstNotBelow(values, starts[i], ends[i], pivot)
      const upper = lower < ends[i] && values[lower] === pivot ? firstAbove(values, lower, ends[i]) : lower
      below += (lowers[i] = lower) - starts[i]
      upTo += (uppers[i] = upper) - starts[i]
    }
    if (rank < below) {
      if (below - rank <= MOST_STEPS) return walkDown(stretches, below - rank)
      for (let i = 0; i < lists; i++) ends[i] = lowers[i]
      left = below
      pivot = pivotNear(values, lists, rank - left)
    } else if (rank >= upTo) {
      if (rank - upTo < MOST_STEPS) return walkUp(stretches, rank - upTo)
      for (let i = 0; i < lists; i++) starts[i] = uppers[i]
      left -= upTo
      rank -= upTo
      pivot = pivotNear(values, lists, rank)
    } else {
      // The pivot itself: where it is there more than once, it may follow itself.
      return [pivot, rank + 1 < upTo ? pivot : leastAt(stretches, uppers)]
    }
  }
  return amongTheLeft(stretches, left, rank)
}

function begin(stretches: Stretches): number {
  const lists = stretches.starts.length
  if (lists > starts.length) {
    const size = 2 * lists
    starts = new Int32Array(size)
    ends = new Int32Array(size)
    lowers = new Int32Array(size)
    uppers = new Int32Array(size)
    gathered = new Float64Array(4 * size + FEW)
  }
  for (let i = 0; i < lists; i++) {
    starts[i] = stretches.starts[i]
    ends[i] = stretches.ends[i]
  }
  return lists
}

/** The value so many places before the pivot, and the one after it. */
function walkDown(stretches: Stretches, steps: number): Neighbours {
  const { values } = stretches
  // What follows the place right before the pivot: the pivot, or what is larger.
  let next = leastAt(stretches, lowers)
  for (let step = 1; ; step++) {
    let nearest = -1
    for (let i = 0; i < stretches.starts.length; i++)
      if (lowers[i] > starts[i] && (nearest < 0 || values[lowers[i] - 1] > values[lowers[nearest] - 1]))
        nearest = i
    const value = values[--lowers[nearest]]
    if (step === steps) return [value, next]
    next = value
  }
}

/** The value so many places after the first one above the pivot, and the one after it. */
function walkUp(stretches: Stretches, steps: number): Neighbours {
  const { values, ends: ofStretches } = stretches
  let value = Infinity
  for (let step = 0; ; step++) {
    let nearest = -1
    for (let i = 0; i < ofStretches.length; i++)
      if (uppers[i] < ofStretches[i] && (nearest < 0 || values[uppers[i]] < values[uppers[nearest]]))
        nearest = i
    const next = nearest < 0 ? Infinity : values[uppers[nearest]++]
    if (step > steps) return [value, next]
    value = next
  }
}

/** Any value would do; this one leaves about half. */
function middleOfMiddles(values: Float64Array, lists: number): number {
  let count = 0
  for (let i = 0; i < lists; i++)
    if (starts[i] < ends[i]) gathered[count++] = values[(starts[i] + ends[i]) >> 1]
  return selectAt(gathered, count, count >> 1)
}

/**
 * A value a little beyond the one that is looked for, as each stretch has its part in the distance: seen from there, what
 * is looked for lies between the two pivots.
 * @param distance in values of all stretches, from the start of what is left, or below 0 from its end
 */
function pivotNear(values: Float64Array, lists: number, distance: number): number {
  const step = Math.ceil(Math.abs(distance) / lists) + 2
  let count = 0
  for (let i = 0; i < lists; i++) {
    if (starts[i] >= ends[i]) continue
    const place = distance < 0 ? Math.max(starts[i], ends[i] - step) : Math.min(ends[i] - 1, starts[i] + step)
    gathered[count++] = values[place]
  }
  return selectAt(gathered, count, count >> 1)
}

function amongTheLeft(stretches: Stretches, left: number, rank: number): Neighbours {
  const { values } = stretches
  let count = 0
  for (let i = 0; i < stretches.starts.length; i++)
    for (let j = starts[i]; j < ends[i]; j++) gathered[count++] = values[j]
  const found = selectAt(gathered, left, rank)
  if (rank + 1 >= left) return [found, leastAt(stretches, ends)]
  let next = Infinity
  for (let i = rank + 1; i < left; i++) if (gathered[i] < next) next = gathered[i]
  return [found, next]
}

/** The least of what each stretch holds from a place on. */
function leastAt(stretches: Stretches, places: Int32Array): number {
  const { values } = stretches
  let least = Infinity
  for (let i = 0; i < stretches.starts.length; i++)
    if (places[i] < stretches.ends[i] && values[places[i]] < least) least = values[places[i]]
  return least
}

/** The place after the last value that equals the one at the start. */
function firstAbove(values: Float64Array, start: number, end: number): number {
  const value = values[start]
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}

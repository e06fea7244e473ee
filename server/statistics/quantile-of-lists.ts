import { quantileType7 } from './quantile-type7.ts'
import { selectAt } from './select-at.ts'

/** So few values are put in order sooner than lists are halved. */
const FEW = 32

/** What is left of each list, and where a pivot parts it; filled anew for each question. */
let starts = new Int32Array(128)
let ends = new Int32Array(128)
let lowers = new Int32Array(128)
let uppers = new Int32Array(128)
let values = new Float64Array(1024)

/**
 * `quantileType7` of several ascending lists taken together. A week's durations lie in order already, day by day: the
 * days are halved together until hardly more than the quantile is left, instead of putting all of them into one list.
 * @example quantileOfLists([[10, 40], [20, 30]], 0.5) // 25
 * @throws when there is no value
 */
export function quantileOfLists(ascending: readonly ArrayLike<number>[], probability: number): number {
  if (ascending.length === 1 && ascending[0].length > 0) return quantileType7(ascending[0], probability)
  let count = 0
  for (const list of ascending) count += list.length
  if (count === 0) throw new Error('quantileOfLists requires at least one value')
  const position = (count - 1) * Math.min(1, Math.max(0, probability))
  const below = Math.floor(position)
  const [lower, upper] = neighboursAt(ascending, count, below)
  if (below + 1 >= count || position === below || upper === lower) return lower
  return lower + (position - below) * (upper - lower)
}

/** The value at a place of the common order and the one after it; Infinity where there is none. */
function neighboursAt(lists: readonly ArrayLike<number>[], count: number, place: number): [number, number] {
  begin(lists)
  let left = count
  let rank = place
  let pivot = middleOfMiddles(lists)
  while (left > FEW + 2 * lists.length) {
    let below = 0
    let upTo = 0
    for (let i = 0; i < lists.length; i++) {
      const lower = firstNotBelow(lists[i], starts[i], ends[i], pivot)
      const upper = lower < ends[i] && lists[i][lower] === pivot ? lastOf(lists[i], lower, ends[i]) : lower
      below += (lowers[i] = lower) - starts[i]
      upTo += (uppers[i] = upper) - starts[i]
    }
    if (rank < below) {
      ends.set(lowers.subarray(0, lists.length))
      left = below
      pivot = pivotNear(lists, rank - left)
    } else if (rank >= upTo) {
      starts.set(uppers.subarray(0, lists.length))
      left -= upTo
      rank -= upTo
      pivot = pivotNear(lists, rank)
    } else {
      // The pivot itself: where it is there more than once, it may follow itself.
      return [pivot, rank + 1 < upTo ? pivot : leastAt(lists, uppers)]
    }
  }
  return amongTheLeft(lists, left, rank)
}

function begin(lists: readonly ArrayLike<number>[]): void {
  if (lists.length > starts.length) {
    const size = 2 * lists.length
    starts = new Int32Array(size)
    ends = new Int32Array(size)
    lowers = new Int32Array(size)
    uppers = new Int32Array(size)
    values = new Float64Array(4 * size + FEW)
  }
  for (let i = 0; i < lists.length; i++) {
    starts[i] = 0
    ends[i] = lists[i].length
  }
}

/** Any value would do; this one leaves about half. */
function middleOfMiddles(lists: readonly ArrayLike<number>[]): number {
  let count = 0
  for (let i = 0; i < lists.length; i++)
    if (starts[i] < ends[i]) values[count++] = lists[i][(starts[i] + ends[i]) >> 1]
  return selectAt(values, count, count >> 1)
}

/**
 * A value a little beyond the one that is looked for, as each list has its part in the distance: seen from there, what is
 * looked for lies between the two pivots.
 * @param distance in values of all lists, from the start of what is left, or below 0 from its end
 */
function pivotNear(lists: readonly ArrayLike<number>[], distance: number): number {
  const step = Math.ceil(Math.abs(distance) / lists.length) + 2
  let count = 0
  for (let i = 0; i < lists.length; i++) {
    if (starts[i] >= ends[i]) continue
    const place = distance < 0 ? Math.max(starts[i], ends[i] - step) : Math.min(ends[i] - 1, starts[i] + step)
    values[count++] = lists[i][place]
  }
  return selectAt(values, count, count >> 1)
}

function amongTheLeft(lists: readonly ArrayLike<number>[], left: number, rank: number): [number, number] {
  let count = 0
  for (let i = 0; i < lists.length; i++) {
    const list = lists[i]
    for (let j = starts[i]; j < ends[i]; j++) values[count++] = list[j]
  }
  const found = selectAt(values, left, rank)
  if (rank + 1 >= left) return [found, leastAt(lists, ends)]
  let next = Infinity
  for (let i = rank + 1; i < left; i++) if (values[i] < next) next = values[i]
  return [found, next]
}

function leastAt(lists: readonly ArrayLike<number>[], places: Int32Array): number {
  let least = Infinity
  for (let i = 0; i < lists.length; i++)
    if (places[i] < lists[i].length && lists[i][places[i]] < least) least = lists[i][places[i]]
  return least
}

function firstNotBelow(list: ArrayLike<number>, start: number, end: number, limit: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < limit) low = middle + 1
    else high = middle
  }
  return low
}

/** The place after the last value that equals the one at the start. */
function lastOf(list: ArrayLike<number>, start: number, end: number): number {
  const value = list[start]
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] > value) high = middle
    else low = middle + 1
  }
  return low
}

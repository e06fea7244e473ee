/** Values in ascending order with the weight of each; of equal values the lighter ones come first. */
export type OrderedWeights = { ascending: Float64Array; weights: Float64Array }

/**
 * Puts values in order together with their weights. Durations come day by day, each day's in order: the stretches that
 * are in order already are merged two by two, which takes a fraction of the time of sorting anew.
 * @example orderWeighted([20, 10, 30], [1, 2, 3]).weights // 2, 1, 3
 */
export function orderWeighted(values: ArrayLike<number>, weights: ArrayLike<number>): OrderedWeights {
  let from = { ascending: Float64Array.from(values), weights: Float64Array.from(weights) }
  let into = { ascending: new Float64Array(values.length), weights: new Float64Array(values.length) }
  let ends = endsOfStretches(from)
  while (ends.length > 1) {
    const merged: number[] = []
    let start = 0
    for (let i = 0; i < ends.length; i += 2) {
      const end = ends[Math.min(i + 1, ends.length - 1)]
      merge(from, into, start, ends[i], end)
      merged.push(end)
      start = end
    }
    ;[from, into] = [into, from]
    ends = merged
  }
  return from
}

/** Where each stretch that is in order ends. */
function endsOfStretches({ ascending, weights }: OrderedWeights): number[] {
  const ends: number[] = []
  for (let i = 1; i < ascending.length; i++) {
    const isInOrder =
      ascending[i - 1] < ascending[i] || (ascending[i - 1] === ascending[i] && weights[i - 1] <= weights[i])
    if (!isInOrder) ends.push(i)
  }
  ends.push(ascending.length)
  return ends
}

function merge(from: OrderedWeights, into: OrderedWeights, start: number, middle: number, end: number): void {
  const { ascending, weights } = from
  let i = start
  let j = middle
  for (let next = start; next < end; next++) {
    const isFirst =
      j >= end ||
      (i < middle &&
        (ascending[i] < ascending[j] || (ascending[i] === ascending[j] && weights[i] <= weights[j])))
    const place = isFirst ? i++ : j++
    into.ascending[next] = ascending[place]
    into.weights[next] = weights[place]
  }
}

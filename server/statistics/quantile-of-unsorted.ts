/**
 * `quantileType7` of values in any order: puts only as many of them in order as the quantile needs, so the list is
 * changed. Pending durations may be `Infinity`.
 * @param values those from the first to the one before `count`
 * @example quantileOfUnsorted(Float64Array.of(40, 10, 30, 20), 4, 0.5) // 25
 * @throws when there is no value
 */
export function quantileOfUnsorted(values: Float64Array, count: number, probability: number): number {
  if (count === 0) throw new Error('quantileOfUnsorted requires at least one value')
  const position = (count - 1) * Math.min(1, Math.max(0, probability))
  const below = Math.floor(position)
  const lower = selectAt(values, count, below)
  if (below + 1 >= count || position === below) return lower
  let upper = Infinity
  for (let i = below + 1; i < count; i++) if (values[i] < upper) upper = values[i]
  return upper === lower ? lower : lower + (position - below) * (upper - lower)
}

/** The value at a place of the ascending order; afterwards nothing before it is larger, and nothing after it smaller. */
function selectAt(values: Float64Array, count: number, place: number): number {
  let low = 0
  let high = count - 1
  while (low < high) {
    const pivot = medianOfThree(values[low], values[(low + high) >> 1], values[high])
    let left = low
    let right = high
    while (left <= right) {
      while (values[left] < pivot) left++
      while (values[right] > pivot) right--
      if (left <= right) {
        const swapped = values[left]
        values[left++] = values[right]
        values[right--] = swapped
      }
    }
    if (place <= right) high = right
    else if (place >= left) low = left
    else break
  }
  return values[place]
}

function medianOfThree(one: number, other: number, third: number): number {
  return Math.max(Math.min(one, other), Math.min(Math.max(one, other), third))
}

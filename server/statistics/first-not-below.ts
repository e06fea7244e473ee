/** The first place from `start` on, `end` at the latest, whose value is not below a limit; the values ascend. */
export function firstNotBelow(values: Float64Array, start: number, end: number, limit: number): number {
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (values[middle] < limit) low = middle + 1
    else high = middle
  }
  return low
}

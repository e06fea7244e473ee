/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996, Am Stat 50:361):
 * which value lies above the given share of the sample? The values must be in ascending order. A probability
 * outside 0…1 gives the nearest end. Pending durations may be `Infinity`.
 * @example quantileType7([10, 20, 30, 40], 0.5) // 25
 * @throws when there is no value
 */
export function quantileType7(ascendingValues: ArrayLike<number>, probability: number): number {
  return quantileBetween(ascendingValues, 0, ascendingValues.length, probability)
}

/** The same of a stretch of a list, which ascends as far as that goes. */
export function quantileBetween(
  values: ArrayLike<number>,
  from: number,
  to: number,
  probability: number,
): number {
  const count = to - from
  if (count <= 0) throw new Error('quantileType7 requires at least one value')
  const position = (count - 1) * Math.min(1, Math.max(0, probability))
  const below = Math.floor(position)
  const lower = values[from + below]
  if (below + 1 >= count || position === below) return lower
  const upper = values[from + below + 1]
  return upper === lower ? lower : lower + (position - below) * (upper - lower)
}

import { firstNotBelow } from './first-not-below.ts'

/** Ascending stretches of one list, one right after the other: stretch `i` lies between `starts[i]` and `starts[i + 1]`. */
export type StretchList = { values: Float64Array; starts: Int32Array }

/**
 * `quantileType7` of every window of some stretches that follow each other, the first and last windows reaching over the
 * ends: window `w` holds the stretches `w − width + 1` to `w`. Each is found from the one before, which shares all but one
 * of its stretches: a cut parts what is below the quantile from the rest, and is moved as far as the two differ.
 * @param isLeftOut tells which stretches no window holds
 * @returns as many as there are stretches, and `width − 1` more; NaN of a window without any value
 * @example quantilesOfWindows({ values: Float64Array.of(1, 5, 2), starts: Int32Array.of(0, 2, 3) }, 2, 0.5) // 3, 2, 2
 */
export function quantilesOfWindows(
  { values, starts }: StretchList,
  width: number,
  probability: number,
  isLeftOut: (stretch: number) => boolean = () => false,
): Float64Array {
  const stretches = Math.max(0, starts.length - 1)
  const quantiles = new Float64Array(stretches === 0 ? 0 : stretches + width - 1).fill(NaN)
  const part = Math.min(1, Math.max(0, probability))
  /** The stretches of the window, each with its end, and with the place before which its values are below the cut. */
  const ends = new Int32Array(width)
  const cuts = new Int32Array(width)
  const begins = new Int32Array(width)
  let count = 0
  let below = 0
  let pivot = NaN
  for (let window = 0; window < quantiles.length; window++) {
    const slot = window % width
    count -= ends[slot] - begins[slot]
    below -= cuts[slot] - begins[slot]
    begins[slot] = cuts[slot] = ends[slot] = 0
    if (window < stretches && starts[window] < starts[window + 1] && !isLeftOut(window)) {
      const begin = (begins[slot] = starts[window])
      const end = (ends[slot] = starts[window + 1])
      if (Number.isNaN(pivot)) pivot = values[(begin + end) >> 1]
      const cut = (cuts[slot] = firstNotBelow(values, begin, end, pivot))
      count += end - begin
      below += cut - begin
    }
    if (count === 0) continue
    const position = (count - 1) * part
    const wanted = Math.floor(position)
    for (; below > wanted; below--) cuts[slotOfGreatestBelow()]--
    for (; below < wanted; below++) cuts[slotOfLeastAbove()]++
    const least = slotOfLeastAbove()
    // Whatever is added next is parted here: all that is below is no larger, and the rest no smaller.
    pivot = values[cuts[least]]
    quantiles[window] = pivot
    if (position === wanted || wanted + 1 >= count) continue
    cuts[least]++
    const next = values[cuts[slotOfLeastAbove()]]
    cuts[least]--
    if (next !== pivot) quantiles[window] = pivot + (position - wanted) * (next - pivot)
  }
  return quantiles

  function slotOfGreatestBelow(): number {
    let found = -1
    let greatest = 0
    for (let slot = 0; slot < width; slot++) {
      if (cuts[slot] === begins[slot]) continue
      const value = values[cuts[slot] - 1]
      if (found >= 0 && value <= greatest) continue
      found = slot
      greatest = value
    }
    return found
  }

  function slotOfLeastAbove(): number {
    let found = -1
    let least = 0
    for (let slot = 0; slot < width; slot++) {
      if (cuts[slot] === ends[slot]) continue
      const value = values[cuts[slot]]
      if (found >= 0 && value >= least) continue
      found = slot
      least = value
    }
    return found
  }
}

import type { Interval } from './interval.ts'

/**
 * Wilson's score interval of a proportion: between which shares does the true one lie? Stays within 0…1 and works
 * for shares of 0 and 1. The count may be an effective one, hence not whole.
 * Reference: Wilson 1927, JASA 22:209.
 * @param z the normal (or t) quantile of the wanted confidence
 * @example wilsonInterval(81 / 263, 263, 1.959964) // { estimate: 0.308, low: 0.2553, high: 0.3662 }
 */
export function wilsonInterval(share: number, count: number, z: number): Interval {
  const shrink = 1 + z ** 2 / count
  const centre = (share + z ** 2 / (2 * count)) / shrink
  const half = (z / shrink) * Math.sqrt((share * (1 - share)) / count + z ** 2 / (4 * count ** 2))
  return { estimate: share, low: centre - half, high: centre + half }
}

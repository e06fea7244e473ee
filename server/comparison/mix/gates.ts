import type { Interval } from '../../statistics/interval.ts'

/**
 * Whether a change in the mix of conversations stands in the way of calling a difference: with the same mix on both
 * sides there may be none, or less than half of it is left. Both on the metric's scale.
 * @example gates({ estimate: -0.3, low: -0.4, high: -0.2 }, { estimate: -0.1, low: -0.15, high: -0.05 }) // true
 */
export function gates(crude: Interval, adjusted: Interval): boolean {
  const isSure = adjusted.low > 0 || adjusted.high < 0
  const isMost = adjusted.estimate * Math.sign(crude.estimate) >= Math.abs(crude.estimate) / 2
  return !(isSure && isMost)
}

/**
 * Share of a difference that the mix explains: 1 where nothing of it is left with the same mix, or the opposite is true.
 * Null without a difference, and where the mix hid a part of it instead.
 */
export function mixShare(crude: Interval, adjusted: Interval): number | null {
  const share = 1 - adjusted.estimate / crude.estimate
  return Number.isFinite(share) && share >= 0 ? Math.min(1, share) : null
}

import type { Interval } from './interval.ts'

/**
 * MOVER, the method of variance estimates recovery: the interval of `after − before` from the two arms' own
 * intervals, which need not be symmetric. Assumes that the arms are independent.
 * Reference: Zou & Donner 2008, Stat Med 27:1693; for two proportions it is method 10 of Newcombe 1998.
 */
export function differenceInterval(before: Interval, after: Interval): Interval {
  const estimate = after.estimate - before.estimate
  return {
    estimate,
    low: estimate - Math.hypot(after.estimate - after.low, before.high - before.estimate),
    high: estimate + Math.hypot(after.high - after.estimate, before.estimate - before.low),
  }
}

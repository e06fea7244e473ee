import type { Interval } from '../interval.ts'

/** `not_testable`: the weeks or brands do not suffice to make the check; that is not the same as having passed it. */
export type CheckOutcome = 'passed' | 'failed' | 'not_testable'

/**
 * Whether an estimate made otherwise still says what the full one says: its direction, where the full interval leaves
 * out 0. Where it does not, nothing was said that could turn round.
 */
export function keepsDirection(full: Interval, estimate: number): boolean {
  const isClaimed = full.low > 0 || full.high < 0
  return !isClaimed || Math.sign(full.estimate) === Math.sign(estimate)
}

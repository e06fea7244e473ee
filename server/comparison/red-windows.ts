import type { Day } from '../periods/day.ts'
import type { ReasonParameters } from '../text/reasons.ts'
import { commonWeeks } from './minimum-sample.ts'
import type { Bin, Bins } from './windows.ts'
import { leastWeeks, mostWeeks } from './windows.ts'

/** A window may do without this share of its days. */
const MOST_RED = 0.2

/**
 * Whether too many days of a window are not to be believed: then there is no verdict, and none is sought in other
 * weeks either. Null where both windows hold.
 * @param bins the weeks as they would be without red days
 */
export function tooManyRedDays(
  bins: Bins,
  redDays: ReadonlySet<Day>,
): ReasonParameters['reconciliation'] | null {
  if (redDays.size === 0) return null
  const { before, after } = windowsOf(bins)
  const days = (window: readonly Bin[]) => window.flatMap((bin) => bin.days)
  return redWindow('before', days(before), redDays) ?? redWindow('after', days(after), redDays)
}

/** Null where at most a fifth of the window's days is red. */
export function redWindow(
  side: 'before' | 'after',
  days: readonly Day[],
  redDays: ReadonlySet<Day>,
): ReasonParameters['reconciliation'] | null {
  const red = days.filter((day) => redDays.has(day)).length
  return red > MOST_RED * days.length ? { red, days: days.length, side } : null
}

/** While a side is too short to compare, what it holds so far. */
function windowsOf(bins: Bins): { before: readonly Bin[]; after: readonly Bin[] } {
  if (Math.min(bins.before.length, bins.after.length) >= leastWeeks) return commonWeeks(bins)
  return { before: bins.before.slice(-mostWeeks), after: bins.after.slice(-mostWeeks) }
}

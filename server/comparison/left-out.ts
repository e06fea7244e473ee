import type { Reason } from '../contract.ts'
import { daysBetween } from '../periods/day.ts'
import { reasonOf } from '../text/reasons.ts'
import type { Bin } from './windows.ts'

/**
 * Says how many days between the first and the last day of each window were not used: closed and silent ones, and
 * all days of weeks that were left out. Nothing where every day was used.
 * @param sides the weeks that were used, oldest first; a side may be empty
 */
export function leftOutReasons(sides: readonly (readonly Bin[])[]): Reason[] {
  let days = 0
  let weeks = 0
  for (const side of sides) {
    const [first] = side
    const last = side.at(-1)
    if (last === undefined) continue
    const span = daysBetween(first.from, last.to)
    days += span - side.reduce((sum, bin) => sum + bin.days.length, 0)
    weeks += Math.round(span / 7) - side.length
  }
  return days > 0 ? [reasonOf('days_left_out', { days, weeks })] : []
}

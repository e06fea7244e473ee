import type { Reason } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import { daysBetween } from '../periods/day.ts'
import { reasonOf } from '../text/reasons.ts'
import type { Bin } from './windows.ts'

/**
 * Says how many days between the first and the last day of each window were not used: closed and silent ones, all
 * days of weeks that were left out, and, apart from these, red ones. Nothing where every day was used.
 * @param sides the weeks that were used, oldest first; a side may be empty
 * @param redDays days on which Zendesk counts other numbers than are stored
 */
export function leftOutReasons(
  sides: readonly (readonly Bin[])[],
  redDays: ReadonlySet<Day> = new Set(),
): Reason[] {
  let days = 0
  let weeks = 0
  let red = 0
  for (const side of sides) {
    const [first] = side
    const last = side.at(-1)
    if (last === undefined) continue
    const span = daysBetween(first.from, last.to)
    const redInside = [...redDays].filter((day) => day >= first.from && day < last.to).length
    red += redInside
    days += span - side.reduce((sum, bin) => sum + bin.days.length, 0) - redInside
    weeks += Math.round(span / 7) - side.length
  }
  return [
    ...(days > 0 ? [reasonOf('days_left_out', { days, weeks })] : []),
    ...(red > 0 ? [reasonOf('red_days_left_out', { days: red })] : []),
  ]
}

import { medianOf } from '../minimum-sample.ts'
import type { WeekAxis } from './week-axis.ts'

/**
 * Whether the median week that is used holds enough, before the move as well as after: of the brand and of a control.
 * @param totals conversations at each step; null where it has no value
 */
export function holdsEnough(
  totals: readonly (number | null)[],
  { steps }: WeekAxis,
  minimumWeekly: number,
): boolean {
  return (['before', 'after'] as const).every((side) => {
    const own = totals.filter(
      (total, i): total is number => total !== null && steps[i].isUsed && steps[i].side === side,
    )
    return own.length > 0 && medianOf(own) >= minimumWeekly
  })
}

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
    const own: number[] = []
    let least = Infinity
    for (let i = 0; i < steps.length; i++) {
      const total = totals[i]
      if (total === null || !steps[i].isUsed || steps[i].side !== side) continue
      own.push(total)
      if (total < least) least = total
    }
    // Mostly every week holds enough, and then so does the one in the middle.
    return own.length > 0 && (least >= minimumWeekly || medianOf(own) >= minimumWeekly)
  })
}

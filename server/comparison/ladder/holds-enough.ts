import { medianOf } from '../minimum-sample.ts'
import type { WeekAxis } from './week-axis.ts'

/**
 * Whether the median week that is used holds enough, before the move as well as after: of the brand and of a control.
 * @param totals conversations at each step; NaN where it has no value
 */
export function holdsEnough(totals: readonly number[], { steps }: WeekAxis, minimumWeekly: number): boolean {
  return (['before', 'after'] as const).every((side) => {
    const own: number[] = []
    let least = Infinity
    for (let i = 0; i < steps.length; i++) {
      const total = totals[i]
      if (Number.isNaN(total) || !steps[i].isUsed || steps[i].side !== side) continue
      own.push(total)
      if (total < least) least = total
    }
    // Mostly every week holds enough, and then so does the one in the middle.
    return own.length > 0 && (least >= minimumWeekly || medianOf(own) >= minimumWeekly)
  })
}

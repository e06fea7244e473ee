import { medianOf } from '../minimum-sample.ts'
import type { Step, WeekAxis } from './week-axis.ts'

/**
 * Whether the median week that is used holds enough, before the move as well as after: of the brand and of a control.
 * @param totals conversations at each step; NaN where it has no value
 */
export function holdsEnough(totals: readonly number[], axis: WeekAxis, minimumWeekly: number): boolean {
  return (['before', 'after'] as const).every((side) => {
    const least = leastOf(totals, axis, side)
    // Mostly every week holds enough, and then so does the one in the middle.
    if (least >= minimumWeekly) return least < Infinity
    return (
      medianOf(totals.filter((total, i) => !Number.isNaN(total) && isUsedOn(axis, i, side))) >= minimumWeekly
    )
  })
}

/** Infinity without any. */
function leastOf(totals: readonly number[], axis: WeekAxis, side: Step['side']): number {
  let least = Infinity
  for (let i = 0; i < totals.length; i++) if (totals[i] < least && isUsedOn(axis, i, side)) least = totals[i]
  return least
}

function isUsedOn({ steps }: WeekAxis, place: number, side: Step['side']): boolean {
  return steps[place].isUsed && steps[place].side === side
}

import { medianCount } from '../minimum-sample.ts'
import type { WeeklyValue } from '../weekly-values.ts'
import type { WeekAxis } from './week-axis.ts'

/** Whether the median week that is used holds enough, before the move as well as after: of the brand and of a control. */
export function holdsEnough(
  values: readonly (WeeklyValue | null)[],
  { steps }: WeekAxis,
  minimumWeekly: number,
): boolean {
  return (['before', 'after'] as const).every((side) => {
    const own = values
      .filter((_, i) => steps[i].isUsed && steps[i].side === side)
      .filter((value) => value !== null)
    return own.length > 0 && medianCount(own) >= minimumWeekly
  })
}

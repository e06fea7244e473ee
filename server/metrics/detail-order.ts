import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'

/** What is read first has the lowest number. */
export const detailTiers = { verdict: 0, latest: 1, rest: 2, outsideSample: 3, unmapped: 4 } as const

const LATEST_DAYS = 14
/** The weeks a comparison uses on a side. */
const WINDOW_DAYS = 12 * 7
/** Days at the end that are not mature, or not in a whole week yet. */
const UNRIPE_DAYS = 14

/**
 * When the messages of a week's tickets are read: the weeks verdicts rest on before the last fourteen days, and those
 * before everything else. Verdicts rest on the weeks that follow a move, and on the latest ones.
 * @param week its Monday
 */
export function detailTier(week: Day, moved: { cutover: Day; rampEnd: Day } | null, today: Day): number {
  const end = addDays(week, 7)
  const latestFrom = addDays(today, -WINDOW_DAYS - UNRIPE_DAYS)
  if (moved && end > moved.cutover && (week < addDays(moved.rampEnd, WINDOW_DAYS) || end > latestFrom))
    return detailTiers.verdict
  return end > addDays(today, -LATEST_DAYS) ? detailTiers.latest : detailTiers.rest
}

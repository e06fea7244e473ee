import { LEVEL_SHIFT, fitLevelShift } from '../gap-fit.ts'
import type { GapQuestion } from '../gap-rows.ts'
import { gapRows, gapWindow, windowOf } from '../gap-rows.ts'
import type { Interval } from '../interval.ts'
import type { CheckOutcome } from './check-outcome.ts'

export type PlaceboInTime = {
  outcome: CheckOutcome
  /** The week in which the brand is pretended to have moved. */
  cutover: number | null
  effect: Interval | null
}

/**
 * Would the same computation have found an effect before there was one? Pretends that the brand moved so much earlier
 * that ramp and weeks after end just before the real cutover; passed when that effect's interval contains 0. Needs 8
 * weeks before the pretended cutover.
 */
export function checkPlaceboInTime(question: GapQuestion): PlaceboInTime {
  const window = windowOf(question)
  if (window === null) return { outcome: 'not_testable', cutover: null, effect: null }
  const cutover = -(window.after[window.after.length - 1].week + 1)
  const placebo = gapWindow(
    gapRows(question).filter(({ week }) => week < 0),
    question,
    cutover,
  )
  if (placebo === null) return { outcome: 'not_testable', cutover: null, effect: null }
  const { estimate, low, high } = fitLevelShift(placebo).contrast(LEVEL_SHIFT)
  const effect = { estimate, low, high }
  return { outcome: low <= 0 && high >= 0 ? 'passed' : 'failed', cutover, effect }
}

import { fitAr1, flatPrior } from '../ar1-fit.ts'
import type { GapQuestion } from '../gap-rows.ts'
import { windowOf } from '../gap-rows.ts'
import { LEVEL_SHIFT, fitLevelShift } from '../gap-fit.ts'
import type { Interval } from '../interval.ts'
import type { CheckOutcome } from './check-outcome.ts'
import { keepsDirection } from './check-outcome.ts'

const WEEKS_OF_TREND = 26

export type LinearGapTrend = { outcome: CheckOutcome; effect: Interval | null }

/**
 * Does the effect survive if the gap to the controls is allowed a steady drift? The interval is wide; passed when a
 * direction that the estimate's own interval shows stays. For volumes the method demands this check.
 */
export function checkLinearGapTrend(question: GapQuestion): LinearGapTrend {
  const window = windowOf(question)
  if (window === null) return { outcome: 'not_testable', effect: null }
  const rows = [...window.before, ...window.after]
  const { estimate, low, high } = fitAr1({
    design: rows.map(({ week }) => [1, week < 0 ? 0 : 1, week / WEEKS_OF_TREND]),
    response: rows.map(({ gap }) => gap),
    weeks: rows.map(({ week }) => week),
    prior: flatPrior,
  }).contrast([0, 1, 0])
  const stays = keepsDirection(fitLevelShift(window).contrast(LEVEL_SHIFT), estimate)
  return { outcome: stays ? 'passed' : 'failed', effect: { estimate, low, high } }
}

import { LEAST_DEGREES_OF_FREEDOM, fitAr1, flatPrior } from '../ar1-fit.ts'
import type { GapQuestion } from '../gap-rows.ts'
import { windowOf } from '../gap-rows.ts'
import type { Interval } from '../interval.ts'
import type { CheckOutcome } from './check-outcome.ts'

const WEEKS_OF_TREND = 26

/** `slope` is per 26 weeks. */
export type PreTrend = { outcome: CheckOutcome; slope: Interval | null }

/**
 * Did the gap to the controls already drift before the move? Failed when the interval of its slope leaves out 0. When
 * it does not, but is so wide that the drift until the middle of the weeks after could exceed twice the margin either
 * way, the weeks before cannot tell.
 * @param margin the smallest change that matters, on the metric's scale
 */
export function checkPreTrend(question: GapQuestion, margin: number): PreTrend {
  const window = windowOf(question)
  if (window === null || window.before.length - 2 < LEAST_DEGREES_OF_FREEDOM)
    return { outcome: 'not_testable', slope: null }
  const { before, after } = window
  const { estimate, low, high } = fitAr1({
    design: before.map(({ week }) => [1, week / WEEKS_OF_TREND]),
    response: before.map(({ gap }) => gap),
    weeks: before.map(({ week }) => week),
    prior: flatPrior,
  }).contrast([0, 1])
  const slope = { estimate, low, high }
  if (low > 0 || high < 0) return { outcome: 'failed', slope }
  const horizon = after[after.length - 1].week - question.firstAfter + 1
  const driftHalfWidth = (((high - low) / 2 / WEEKS_OF_TREND) * horizon) / 2
  return { outcome: driftHalfWidth <= 2 * margin ? 'passed' : 'not_testable', slope }
}

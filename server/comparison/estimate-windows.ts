import type { Effect, MetricKind } from '../contract.ts'
import type { Interval } from '../statistics/interval.ts'
import { ar1Marginal, decliningPrior } from '../statistics/ar1-marginal.ts'
import { countWindow, meanDifference } from '../statistics/count-window.ts'
import { quantileWindow } from '../statistics/quantile-window.ts'
import { rateWindow } from '../statistics/rate-window.ts'
import type { Sample } from './minimum-sample.ts'
import type { WeeklyValue } from './weekly-values.ts'

export type WindowEstimate = {
  /** On the metric's scale: a logarithm of a ratio, or a difference of shares. */
  effect: Interval
  /** How surprising the weekly values would be without a change, neighbouring weeks being alike. */
  p: number
}

/**
 * Before against after: the size of the change from the windows, its certainty from the weekly values.
 * @param quantile of durations
 * @param weighted the size where weeks are known to different parts (`weightedEffect`)
 */
export function estimateWindows(
  kind: MetricKind,
  { before, after }: Sample,
  quantile = 0.5,
  weighted: Interval | null = null,
): WindowEstimate {
  const effect = weighted ?? effectOf(kind, before, after, quantile)
  const series = weeklyShift({ before, after })
  // A certainty that speaks of the other direction is none for this one.
  const agrees = series.estimate * effect.estimate > 0
  return { effect, p: agrees ? series.p : 1 }
}

/** How far the weekly values moved, and how surprising that would be without a change. */
export function weeklyShift({ before, after }: Pick<Sample, 'before' | 'after'>): {
  estimate: number
  p: number
} {
  const weekly = [
    ...before.map((value) => ({ ...value, isAfter: 0 })),
    ...after.map((value) => ({ ...value, isAfter: 1 })),
  ]
  return ar1Marginal({
    design: weekly.map(({ isAfter }) => [1, isAfter]),
    response: weekly.map(({ level }) => level),
    weeks: weekly.map(({ position }) => position),
    contrast: [0, 1],
    prior: decliningPrior,
  })
}

function effectOf(
  kind: MetricKind,
  before: readonly WeeklyValue[],
  after: readonly WeeklyValue[],
  quantile: number,
): Interval {
  if (kind === 'duration')
    return quantileWindow(
      before.map(({ seconds }) => seconds()),
      after.map(({ seconds }) => seconds()),
      quantile,
    )
  if (kind === 'count')
    return countWindow(
      before.map((value) => value.restoredTotal),
      after.map((value) => value.restoredTotal),
    )
  if (kind !== 'rate')
    return meanDifference(
      before.map(({ level }) => level),
      after.map(({ level }) => level),
    )
  const weeks = (values: readonly WeeklyValue[]) =>
    values.map(({ n, numerator }) => ({ numerator, denominator: n }))
  return rateWindow(weeks(before), weeks(after))
}

/** The effect as it is shown: a ratio, or percentage points. */
export function shownEffect({ estimate, low, high }: Interval, scale: 'log' | 'identity'): Effect {
  return scale === 'log'
    ? { value: Math.exp(estimate), low: Math.exp(low), high: Math.exp(high), unit: 'ratio' }
    : { value: estimate * 100, low: low * 100, high: high * 100, unit: 'points' }
}

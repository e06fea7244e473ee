import { describe, expect, it } from 'vitest'
import { ar1Marginal, decliningPrior, flatPrior } from '../../server/statistics/ar1-marginal.ts'
import { countWindow } from '../../server/statistics/count-window.ts'
import type { Interval } from '../../server/statistics/interval.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { rateWindow } from '../../server/statistics/rate-window.ts'
import { studentTQuantile } from '../../server/statistics/student-t.ts'
import golden from './golden.json' with { type: 'json' }

const LARGEST_ERROR = 1e-9

describe('golden values, computed independently with numpy and scipy', () => {
  it('gives the quantiles of Student’s t', () => {
    for (const [degrees, expected] of Object.entries(golden.t_quantiles)) {
      expect(Math.abs(studentTQuantile(0.975, Number(degrees)) - expected)).toBeLessThan(1e-10)
    }
  })

  it('gives the ratio of medians and of 90 % quantiles', () => {
    const before = weeksOf(golden.durations.before)
    const after = weeksOf(golden.durations.after)

    expectClose(toTriple(quantileWindow(before, after, 0.5)), golden.durations.p50_log_ratio_lo_hi)
    expectClose(toTriple(quantileWindow(before, after, 0.9)), golden.durations.p90_log_ratio_lo_hi)
  })

  it('gives the difference of rates', () => {
    const { ka, na, kb, nb } = golden.prop
    const weeks = (numerators: number[], denominators: number[]) =>
      numerators.map((numerator, i) => ({ numerator, denominator: denominators[i] }))

    expectClose(toTriple(rateWindow(weeks(ka, na), weeks(kb, nb))), golden.prop.diff_lo_hi)
  })

  it('gives the ratio of weekly totals', () => {
    expectClose(toTriple(countWindow(golden.count.ya, golden.count.yb)), golden.count.log_ratio_lo_hi)
  })

  it('gives the interrupted series, each autocorrelation apart and all together', () => {
    const { tw, y } = golden.its
    const answer = ar1Marginal({
      design: tw.map((week) => [1, week >= 20 ? 1 : 0, week / 26]),
      response: y,
      weeks: tw,
      contrast: [0, 1, 0],
      prior: decliningPrior,
    })

    expectClose(
      answer.steps.map((step) => step.autocorrelation),
      golden.its.rhos,
    )
    expectClose(
      answer.steps.map((step) => step.estimate),
      golden.its.est,
    )
    expectClose(
      answer.steps.map((step) => step.standardError),
      golden.its.se,
    )
    expectClose(
      answer.steps.map((step) => step.weight),
      golden.its.w,
    )
    expect(answer.degreesOfFreedom).toBe(golden.its.df)
    expectClose(toTriple(answer), golden.its.est_lo_hi)
  })

  it('gives the level shift under a flat prior', () => {
    const { tw, y } = golden.its
    const answer = ar1Marginal({
      design: tw.map((week) => [1, week >= 20 ? 1 : 0]),
      response: y,
      weeks: tw,
      contrast: [0, 1],
      prior: flatPrior,
    })

    expectClose(toTriple(answer), golden.gap.est_lo_hi)
  })
})

function weeksOf(values: number[]): number[][] {
  const { weeks, n_per_week: perWeek } = golden.durations
  return Array.from({ length: weeks }, (_, i) => values.slice(i * perWeek, (i + 1) * perWeek))
}

function toTriple({ estimate, low, high }: Interval): number[] {
  return [estimate, low, high]
}

function expectClose(actual: number[], expected: number[]): void {
  expect(actual).toHaveLength(expected.length)
  actual.forEach((value, i) => expect(Math.abs(value - expected[i])).toBeLessThan(LARGEST_ERROR))
}

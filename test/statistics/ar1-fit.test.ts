import { describe, expect, it } from 'vitest'
import { decliningPrior, fitAr1, flatPrior } from '../../server/statistics/ar1-fit.ts'
import { ar1Weights } from '../../server/statistics/ar1-weights.ts'

const series = [4.5, 4.59, 4.58, 4.56, 4.8, 4.67, 4.81, 4.67, 4.42, 4.44, 4.54, 4.69, 4.45, 4.49, 4.36, 4.49]
const weeks = series.map((_, i) => i - 8)
const design = weeks.map((week) => [1, week < 0 ? 0 : 1])

describe('fitAr1', () => {
  const fit = fitAr1({ design, response: series, weeks, prior: decliningPrior })

  it('answers the same for the mean after as for the mean before plus the shift', () => {
    const before = fit.estimate([1, 0])
    const shift = fit.estimate([0, 1])

    expect(fit.contrast([1, 1]).estimate).toBeCloseTo(before + shift, 12)
  })

  it('gives an interval that is as many times as wide as asked, about the same estimate', () => {
    const plain = fit.contrast([0, 1])
    const wide = fit.contrast([0, 1], { widen: 1.5 })

    expect(wide.estimate).toBe(plain.estimate)
    expect(wide.high - wide.estimate).toBeCloseTo(1.5 * (plain.high - plain.estimate), 12)
    expect(wide.estimate - wide.low).toBeCloseTo(1.5 * (plain.estimate - plain.low), 12)
    expect(wide.p).toBeGreaterThan(plain.p)
  })

  it('calls an effect exactly when its interval leaves out 0', () => {
    for (const shift of [-0.4, -0.2, 0, 0.1, 0.2, 0.3, 0.4, 0.6]) {
      const response = series.map((value, i) => (weeks[i] < 0 ? value : value + shift))
      const { low, high, p } = fitAr1({ design, response, weeks, prior: flatPrior }).contrast([0, 1])

      expect(p < 0.05).toBe(low > 0 || high < 0)
    }
  })

  it('tells how likely the value is below 0', () => {
    const falling = series.map((value, i) => (weeks[i] < 0 ? value : value - 2))
    const { belowZero, p } = fitAr1({ design, response: falling, weeks, prior: flatPrior }).contrast([0, 1])

    expect(belowZero).toBeGreaterThan(0.999)
    expect(p).toBeCloseTo(2 * (1 - belowZero), 12)
  })

  it('gives a single week a wider range than the mean of weeks', () => {
    const mean = fit.contrast([1, 0])
    const week = fit.contrast([1, 0], { predictive: true })

    expect(week.estimate).toBe(mean.estimate)
    expect(week.high - week.low).toBeGreaterThan(2 * (mean.high - mean.low))
  })

  it('has weights of the autocorrelations that sum to 1', () => {
    const { weights } = fit.mixture([0, 1])

    expect(weights).toHaveLength(23)
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })
})

describe('ar1Weights', () => {
  it('of independent weeks are plain means', () => {
    expect(
      rounded(
        ar1Weights(
          [
            [1, 0],
            [1, 0],
            [1, 1],
            [1, 1],
          ],
          [0, 1, 2, 3],
          [0, 1],
          0,
        ),
      ),
    ).toEqual([-0.5, -0.5, 0.5, 0.5])
  })

  it('give 1 for a shift and 0 for a level, whatever the autocorrelation and the gaps', () => {
    const gappy = [-14, -13, -11, -10, -6, -5, -4, -1, 2, 3, 4, 5, 8, 9, 12, 13]
    const weights = ar1Weights(design, gappy, [0, 1], 0.3)

    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(0, 12)
    expect(weights.slice(8).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
  })

  it('give the estimate of generalised least squares when multiplied with the values', () => {
    const fit = fitAr1({ design, response: series, weeks, prior: (one) => (near(one, 0.3) ? 1 : 0) })
    const weights = ar1Weights(design, weeks, [0, 1], 0.3)

    expect(weights.reduce((sum, weight, i) => sum + weight * series[i], 0)).toBeCloseTo(
      fit.estimate([0, 1]),
      12,
    )
  })
})

function near(value: number, other: number): boolean {
  return Math.abs(value - other) < 1e-9
}

function rounded(values: number[]): number[] {
  return values.map((value) => Math.round(value * 1e9) / 1e9)
}

import { describe, expect, it } from 'vitest'
import { ar1Marginal, decliningPrior } from '../../server/statistics/ar1-marginal.ts'

const series = [4.5, 4.59, 4.58, 4.56, 4.8, 4.67, 4.81, 4.67, 4.42, 4.44, 4.54, 4.69, 4.45, 4.49, 4.36, 4.49]

describe('ar1Marginal', () => {
  it('moves by exactly the shift that is added after the move', () => {
    const plain = levelShift(series)
    const shifted = levelShift(series.map((value, i) => (i < 8 ? value : value + 0.7)))

    expect(shifted.estimate - plain.estimate).toBeCloseTo(0.7, 12)
    expect(shifted.high - shifted.low).toBeCloseTo(plain.high - plain.low, 10)
  })

  it('turns around when the sign of the series does', () => {
    const plain = levelShift(series)
    const mirrored = levelShift(series.map((value) => -value))

    expect(mirrored.estimate).toBeCloseTo(-plain.estimate, 12)
    expect(mirrored.low).toBeCloseTo(-plain.high, 10)
    expect(mirrored.p).toBeCloseTo(plain.p, 12)
  })

  it('allows for missing weeks', () => {
    const weeks = [0, 1, 2, 3, 5, 6, 7, 8, 12, 13, 14, 15, 16, 18, 19, 20]

    const answer = levelShift(series, weeks)

    expect(answer.low).toBeLessThan(answer.estimate)
    expect(answer.high).toBeGreaterThan(answer.estimate)
  })

  it('finds no change in a series that never varies, and says so', () => {
    const answer = levelShift(new Array<number>(16).fill(3))

    expect(answer.noVariation).toBe(true)
    expect(answer.estimate).toBeCloseTo(0, 9)
    expect(answer.p).toBeGreaterThan(0.9)
  })

  it('refuses fewer than four more weeks than coefficients', () => {
    expect(() => levelShift(series.slice(0, 5))).toThrow(
      'fitAr1 requires at least four more weeks than coefficients',
    )
  })

  it('refuses a design whose columns depend on each other', () => {
    const question = {
      response: series,
      weeks: series.map((_, i) => i),
      contrast: [0, 1],
      prior: decliningPrior,
    }

    expect(() => ar1Marginal({ ...question, design: series.map(() => [1, 1]) })).toThrow(
      'fitAr1 requires columns that do not depend on each other',
    )
  })
})

function levelShift(response: number[], weeks = response.map((_, i) => i)) {
  const half = response.length / 2
  return ar1Marginal({
    design: response.map((_, i) => [1, i < half ? 0 : 1]),
    response,
    weeks,
    contrast: [0, 1],
    prior: decliningPrior,
  })
}

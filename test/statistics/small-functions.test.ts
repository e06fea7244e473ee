import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { benjaminiHochberg } from '../../server/statistics/benjamini-hochberg.ts'
import { leastSquares } from '../../server/statistics/least-squares.ts'
import { logHistogramKey, logHistogramValue } from '../../server/statistics/log-histogram.ts'
import { quantileType7 } from '../../server/statistics/quantile-type7.ts'
import { satterthwaite } from '../../server/statistics/satterthwaite.ts'
import { studentTCumulative } from '../../server/statistics/student-t.ts'

describe('quantileType7', () => {
  it('interpolates between neighbours', () => {
    expect(quantileType7([10, 20, 30, 40], 0.5)).toBe(25)
    expect(quantileType7([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 0.9)).toBeCloseTo(10.9, 12)
  })

  it('is the only value there is', () => {
    expect(quantileType7([7], 0.9)).toBe(7)
  })

  it('is exact while the quantile lies below the pending durations', () => {
    expect(quantileType7([10, 20, 30, Infinity, Infinity], 0.5)).toBe(30)
    expect(quantileType7([10, 20, Infinity, Infinity], 0.9)).toBe(Infinity)
  })

  it('requires a value', () => {
    expect(() => quantileType7([], 0.5)).toThrow('quantileType7 requires at least one value')
  })
})

describe('benjaminiHochberg', () => {
  it('gives the adjusted values of the original paper’s fifteen tests', () => {
    const original = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
      0.759, 1,
    ]

    expect(benjaminiHochberg(original).filter((value) => value < 0.05)).toHaveLength(4)
  })

  it('keeps the order of the input', () => {
    expect(benjaminiHochberg([0.03, 0.01, 0.04]).map((value) => Number(value.toFixed(6)))).toEqual([
      0.04, 0.03, 0.04,
    ])
  })

  it('leaves a single value alone and no values empty', () => {
    expect(benjaminiHochberg([0.02])).toEqual([0.02])
    expect(benjaminiHochberg([])).toEqual([])
  })

  it('never makes a value smaller, and never above 1', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) =>
        benjaminiHochberg(values).every((value, i) => value >= values[i] * (1 - 1e-12) && value <= 1),
      ),
    )
  })
})

describe('the log-histogram', () => {
  it('stays within 1 % of every duration from a second to 90 days', () => {
    fc.assert(
      fc.property(fc.double({ min: 1, max: 90 * 86_400, noNaN: true }), (seconds) => {
        const value = logHistogramValue(logHistogramKey(seconds))
        return Math.abs(value / seconds - 1) <= 0.01 + 1e-12
      }),
    )
  })

  it('numbers a second 0 and 90 days 794', () => {
    expect(logHistogramKey(1)).toBe(0)
    expect(logHistogramKey(90 * 86_400)).toBe(794)
  })

  it('has one bin for half a second and less, and one for what has not ended', () => {
    expect(logHistogramKey(0.5)).toBe(-2147483648)
    expect(logHistogramValue(-2147483648)).toBe(0.5)
    expect(logHistogramKey(Infinity)).toBe(2147483647)
    expect(logHistogramValue(2147483647)).toBe(Infinity)
  })
})

describe('small pieces', () => {
  it('satterthwaite adds the degrees of two equal variances', () => {
    expect(satterthwaite(2, 5, 2, 5)).toBeCloseTo(10, 12)
    expect(satterthwaite(0, 5, 0, 7)).toBe(12)
    expect(satterthwaite(1, 5, 0, 7)).toBeCloseTo(5, 12)
  })

  it('leastSquares finds the line through its points', () => {
    const { coefficients, residualSquares } = leastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [2, 5, 8],
      [0, 1],
    )

    expect(coefficients[0]).toBeCloseTo(2, 12)
    expect(coefficients[1]).toBeCloseTo(3, 12)
    expect(residualSquares).toBeCloseTo(0, 20)
  })

  it('Student’s t is symmetric', () => {
    expect(studentTCumulative(0, 7)).toBe(0.5)
    expect(studentTCumulative(2.364624251592784, 7)).toBeCloseTo(0.975, 12)
    expect(studentTCumulative(-2.364624251592784, 7)).toBeCloseTo(0.025, 12)
  })
})

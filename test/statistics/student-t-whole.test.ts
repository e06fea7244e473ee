import { describe, expect, it } from 'vitest'
import { studentTCumulative, studentTQuantile } from '../../server/statistics/student-t.ts'
import { mixtureCumulative, mixtureQuantile } from '../../server/statistics/student-t-mixture.ts'
import { studentTConstant, studentTWhole } from '../../server/statistics/student-t-whole.ts'

describe('studentTWhole', () => {
  it('agrees with the general function to 1e-13 from 1 to 130 degrees of freedom', () => {
    let worst = 0
    for (let degrees = 1; degrees <= 130; degrees++) {
      for (let value = -40; value <= 40; value += value > -6 && value < 6 ? 0.17 : 1.3) {
        const { cumulative } = studentTWhole(value, degrees, studentTConstant(degrees))
        worst = Math.max(worst, Math.abs(cumulative - studentTCumulative(value, degrees)))
      }
    }

    expect(worst).toBeLessThan(1e-13)
  })

  it('has the density that the cumulative distribution grows by', () => {
    for (const degrees of [1, 2, 5, 8, 34, 99]) {
      const constant = studentTConstant(degrees)
      const { density } = studentTWhole(0.8, degrees, constant)
      const grown =
        studentTWhole(0.8001, degrees, constant).cumulative -
        studentTWhole(0.7999, degrees, constant).cumulative

      expect(density).toBeCloseTo(grown / 0.0002, 7)
    }
  })

  it('has the known heights at 0: 1/π with one degree, 3/8 with four', () => {
    expect(studentTConstant(1)).toBeCloseTo(0.3183098861837907, 14)
    expect(studentTConstant(4)).toBeCloseTo(0.375, 14)
  })

  it('never leaves 0 to 1', () => {
    expect(studentTWhole(-1e9, 30, studentTConstant(30)).cumulative).toBe(0)
    expect(studentTWhole(1e9, 30, studentTConstant(30)).cumulative).toBe(1)
  })
})

describe('a mixture of t distributions', () => {
  const single = {
    centres: [2],
    scales: [0.5],
    weights: [1],
    degreesOfFreedom: 9,
  }

  it('of one part has the quantiles of that part', () => {
    expect(mixtureQuantile(single, 0.975)).toBeCloseTo(2 + 0.5 * studentTQuantile(0.975, 9), 12)
    expect(mixtureQuantile(single, 0.025)).toBeCloseTo(2 - 0.5 * studentTQuantile(0.975, 9), 12)
  })

  it('of parts far apart finds the end between them or beyond', () => {
    const apart = {
      centres: [-1000, 1000],
      scales: [0.001, 2],
      weights: [0.5, 0.5],
      degreesOfFreedom: 4,
    }

    expect(mixtureCumulative(apart, mixtureQuantile(apart, 0.025))).toBeCloseTo(0.025, 9)
    expect(mixtureCumulative(apart, mixtureQuantile(apart, 0.975))).toBeCloseTo(0.975, 9)
    expect(mixtureQuantile(apart, 0.975)).toBeGreaterThan(1000)
  })
})

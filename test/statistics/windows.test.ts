import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countWindow } from '../../server/statistics/count-window.ts'
import type { Interval } from '../../server/statistics/interval.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { rateWindow } from '../../server/statistics/rate-window.ts'

const durations = fc.array(
  fc.array(fc.double({ min: 1, max: 1e5, noNaN: true }), { minLength: 5, maxLength: 20 }),
  {
    minLength: 4,
    maxLength: 8,
  },
)
const rateWeeks = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 200 }), fc.double({ min: 0, max: 1, noNaN: true }))
    .map(([denominator, share]) => ({ denominator, numerator: Math.round(denominator * share) })),
  { minLength: 4, maxLength: 12 },
)
const totals = fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 4, maxLength: 12 })

describe('the window intervals', () => {
  it('contain their estimate', () => {
    fc.assert(
      fc.property(durations, durations, (before, after) => contains(quantileWindow(before, after, 0.5))),
    )
    fc.assert(fc.property(rateWeeks, rateWeeks, (before, after) => contains(rateWindow(before, after))))
    fc.assert(fc.property(totals, totals, (before, after) => contains(countWindow(before, after))))
  })

  it('turn around when the periods are swapped, with the same width', () => {
    fc.assert(
      fc.property(durations, durations, (before, after) =>
        areMirrored(quantileWindow(before, after, 0.5), quantileWindow(after, before, 0.5)),
      ),
    )
    fc.assert(
      fc.property(rateWeeks, rateWeeks, (before, after) =>
        areMirrored(rateWindow(before, after), rateWindow(after, before)),
      ),
    )
    fc.assert(
      fc.property(totals, totals, (before, after) =>
        areMirrored(countWindow(before, after), countWindow(after, before)),
      ),
    )
  })

  it('do not change when every duration is in another unit', () => {
    fc.assert(
      fc.property(
        durations,
        durations,
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        (before, after, scale) => {
          const scaled = (weeks: number[][]) => weeks.map((week) => week.map((seconds) => seconds * scale))
          return areClose(
            quantileWindow(before, after, 0.5),
            quantileWindow(scaled(before), scaled(after), 0.5),
          )
        },
      ),
    )
  })

  it('do not depend on the order of conversations within a week', () => {
    fc.assert(
      fc.property(durations, durations, (before, after) => {
        const reversed = before.map((week) => [...week].reverse())
        return areClose(quantileWindow(before, after, 0.9), quantileWindow(reversed, after, 0.9))
      }),
    )
  })

  it('keep a difference of rates between −1 and 1', () => {
    fc.assert(
      fc.property(rateWeeks, rateWeeks, (before, after) => {
        const { low, high } = rateWindow(before, after)
        return low >= -1 - 1e-12 && high <= 1 + 1e-12
      }),
    )
  })

  it('give a rate without events an interval of positive width', () => {
    const none = Array.from({ length: 6 }, () => ({ numerator: 0, denominator: 40 }))

    const { estimate, low, high } = rateWindow(none, none)

    expect(estimate).toBe(0)
    expect(low).toBeCloseTo(-high, 12)
    expect(high).toBeGreaterThan(0.01)
  })

  it('leave out a week without a denominator', () => {
    const weeks = [41, 38, 45, 30].map((numerator) => ({ numerator, denominator: 50 }))

    expect(rateWindow([...weeks, { numerator: 0, denominator: 0 }], weeks)).toEqual(rateWindow(weeks, weeks))
  })

  it('give two equal constant volumes no change and no width', () => {
    expect(countWindow([100, 100, 100], [100, 100, 100])).toEqual({ estimate: 0, low: 0, high: 0 })
  })

  it('say what they need', () => {
    expect(() => quantileWindow([[1, 2]], [[1], [2]], 0.5)).toThrow(
      'quantileWindow requires at least two weeks with durations on each side',
    )
    expect(() => quantileWindow([[0], [2]], [[1], [2]], 0.5)).toThrow(
      'quantileWindow requires durations above 0',
    )
    expect(() => rateWindow([], [])).toThrow(
      'rateWindow requires at least two weeks with a denominator on each side',
    )
    expect(() => countWindow([1], [1, 2])).toThrow('meanDifference requires at least two weeks on each side')
  })
})

function contains({ estimate, low, high }: Interval): boolean {
  return low <= estimate && estimate <= high
}

function areMirrored(one: Interval, other: Interval): boolean {
  return areClose(one, { estimate: -other.estimate, low: -other.high, high: -other.low })
}

function areClose(one: Interval, other: Interval): boolean {
  return (['estimate', 'low', 'high'] as const).every((part) => Math.abs(one[part] - other[part]) < 1e-9)
}

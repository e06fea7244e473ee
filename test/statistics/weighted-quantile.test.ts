import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileType7 } from '../../server/statistics/quantile-type7.ts'
import { weighSample, weightedQuantile } from '../../server/statistics/weighted-quantile.ts'

const sample = fc.array(
  fc.record({ value: fc.integer({ min: 1, max: 50 }), weight: fc.integer({ min: 1, max: 20 }) }),
  { minLength: 1, maxLength: 60 },
)
const probability = fc.double({ min: 0, max: 1, noNaN: true })

describe('weightedQuantile', () => {
  it('is the type 7 quantile where all values count alike', () => {
    fc.assert(
      fc.property(sample, probability, fc.integer({ min: 1, max: 9 }), (items, p, weight) => {
        const values = items.map(({ value }) => value)
        const weighted = weightedQuantile(
          weighSample(
            values,
            values.map(() => weight),
          ),
          p,
        )
        expect(weighted).toBeCloseTo(
          quantileType7(
            [...values].sort((first, second) => first - second),
            p,
          ),
          6,
        )
      }),
    )
  })

  it('follows the weight', () => {
    const values = [10, 20, 30]

    expect(weightedQuantile(weighSample(values, [1, 1, 1]), 0.5)).toBeCloseTo(20, 12)
    // Two effective values: the middle half of the weight, from 5/12 to 7/12 by halves, lies in the second value.
    expect(weightedQuantile(weighSample(values, [1, 1, 10]), 0.5)).toBeGreaterThan(28)
    expect(weightedQuantile(weighSample(values, [10, 1, 1]), 0.5)).toBeLessThan(12)
  })

  it('does not depend on the order of the values, nor on the scale of the weights', () => {
    fc.assert(
      fc.property(sample, probability, (items, p) => {
        const weigh = (list: typeof items, scale: number) =>
          weightedQuantile(
            weighSample(
              list.map(({ value }) => value),
              list.map(({ weight }) => weight * scale),
            ),
            p,
          )
        expect(weigh([...items].reverse(), 7)).toBeCloseTo(weigh(items, 1), 9)
      }),
    )
  })

  it('never falls as the share rises, and stays between the smallest and the largest value', () => {
    fc.assert(
      fc.property(sample, probability, probability, (items, p, q) => {
        const weighted = weighSample(
          items.map(({ value }) => value),
          items.map(({ weight }) => weight),
        )
        const [lower, upper] = [Math.min(p, q), Math.max(p, q)].map((share) =>
          weightedQuantile(weighted, share),
        )
        expect(lower).toBeLessThanOrEqual(upper + 1e-9)
        expect(lower).toBeGreaterThanOrEqual(Math.min(...items.map(({ value }) => value)) - 1e-9)
        expect(upper).toBeLessThanOrEqual(Math.max(...items.map(({ value }) => value)) + 1e-9)
      }),
    )
  })

  it('is exact while the quantile lies below the pending durations, infinite where it lies among them', () => {
    const pending = weighSample([10, 20, 30, Infinity, Infinity], [1, 1, 1, 1, 1])

    expect(weightedQuantile(pending, 0.5)).toBeCloseTo(30, 12)
    expect(weightedQuantile(pending, 0.9)).toBe(Infinity)
  })

  it('requires a value', () => {
    expect(() => weighSample([], [])).toThrow('weighSample requires at least one value')
  })
})

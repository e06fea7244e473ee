import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { together } from '../../server/statistics/together.ts'
import { weighSample, weightedQuantile } from '../../server/statistics/weighted-quantile.ts'
import { weightedQuantileOfStretches } from '../../server/statistics/weighted-quantile-of-stretches.ts'

const value = fc.oneof(fc.constantFrom(10, 20, 30, Infinity), fc.double({ min: 1, max: 1000, noNaN: true }))
const day = fc.record({
  values: fc.array(value, { maxLength: 60 }).map((values) => Float64Array.from(values).sort()),
  weight: fc.double({ min: 0.5, max: 4, noNaN: true }),
})
const probability = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }))

describe('weightedQuantileOfStretches', () => {
  it('is the weighted quantile of all values put in order', () => {
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), probability, (days, p) => {
        fc.pre(days.some(({ values }) => values.length > 0))
        const plain = weightedQuantile(
          weighSample(
            together(days.map(({ values }) => values)),
            together(days.map(({ values, weight }) => new Float64Array(values.length).fill(weight))),
          ),
          p,
        )
        const found = ask(days, p)
        // The weights are added up in another order.
        expect(found === plain ? 1 : found / plain).toBeCloseTo(1, 9)
      }),
      { numRuns: 500 },
    )
  })

  it('counts a day that is known by half twice', () => {
    const days = [
      { values: [10, 20, 30], weight: 2 },
      { values: [40, 50, 60], weight: 1 },
    ]
    expect(ask(days, 0.5)).toBeLessThan(35)
  })

  it('refuses stretches without any value', () => {
    expect(() => ask([{ values: [], weight: 1 }], 0.5)).toThrow('at least one value')
  })
})

function ask(days: readonly { values: ArrayLike<number>; weight: number }[], p: number): number {
  const ends = days.map((_, i) => days.slice(0, i + 1).reduce((sum, { values }) => sum + values.length, 0))
  const stretches = {
    values: together(days.map(({ values }) => values)),
    starts: ends.map((end, i) => end - days[i].values.length),
    ends,
  }
  return weightedQuantileOfStretches(
    stretches,
    days.map(({ weight }) => weight),
    p,
  )
}

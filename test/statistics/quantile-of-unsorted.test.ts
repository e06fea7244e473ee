import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileOfUnsorted } from '../../server/statistics/quantile-of-unsorted.ts'
import { quantileType7 } from '../../server/statistics/quantile-type7.ts'

describe('a quantile of values in any order', () => {
  it('is the very number that the values in order give', () => {
    const value = fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constantFrom(1, 2, Infinity))
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 1, maxLength: 200 }),
        fc.constantFrom(0, 0.1, 0.5, 0.9, 1),
        (values, probability) => {
          const ascending = Float64Array.from(values).sort()
          expect(quantileOfUnsorted(Float64Array.from(values), values.length, probability)).toBe(
            quantileType7(ascending, probability),
          )
        },
      ),
      { seed: 20_261_116 },
    )
  })

  it('looks at the first values only', () => {
    expect(quantileOfUnsorted(Float64Array.of(40, 10, 30, 20, 1, 1), 4, 0.5)).toBe(25)
  })

  it('needs a value', () => {
    expect(() => quantileOfUnsorted(new Float64Array(3), 0, 0.5)).toThrow('at least one value')
  })
})

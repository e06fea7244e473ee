import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderWeighted } from '../../server/statistics/order-weighted.ts'

const item = fc.record({
  value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Infinity)),
  weight: fc.integer({ min: 1, max: 4 }),
})

describe('orderWeighted', () => {
  it('is what sorting by value, then by weight, gives', () => {
    fc.assert(
      fc.property(fc.array(item, { maxLength: 80 }), (items) => {
        const sorted = [...items].sort((one, other) =>
          one.value === other.value ? one.weight - other.weight : one.value < other.value ? -1 : 1,
        )
        const found = orderWeighted(
          items.map(({ value }) => value),
          items.map(({ weight }) => weight),
        )
        expect([...found.ascending]).toEqual(sorted.map(({ value }) => value))
        expect([...found.weights]).toEqual(sorted.map(({ weight }) => weight))
      }),
      { numRuns: 500 },
    )
  })

  it('leaves lists that are in order as they are', () => {
    expect([...orderWeighted([1, 2, 2, 3], [5, 1, 4, 2]).weights]).toEqual([5, 1, 4, 2])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Stretches } from '../../server/statistics/quantile-of-stretches.ts'
import { quantileOfStretches } from '../../server/statistics/quantile-of-stretches.ts'
import { quantileType7 } from '../../server/statistics/quantile-type7.ts'
import { together } from '../../server/statistics/together.ts'

const value = fc.oneof(fc.integer({ min: 0, max: 9 }), fc.double({ min: 0, noNaN: true }))
const list = fc.array(value, { maxLength: 90 }).map((values) => Float64Array.from(values).sort())
const probability = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }))

describe('quantileOfStretches', () => {
  it('is exactly the type 7 quantile of all values put in order', () => {
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 40 }), probability, (lists, p) => {
        const all = together(lists).sort()
        fc.pre(all.length > 0)
        expect(quantileOfStretches(stretchesOf(lists), p)).toBe(quantileType7(all, p))
      }),
      { numRuns: 1000 },
    )
  })

  it('takes more stretches than ever before at once', () => {
    const lists = Array.from({ length: 700 }, (_, i) => [i, i + 1000, i + 2000])
    expect(quantileOfStretches(stretchesOf(lists), 0.5)).toBe(1349.5)
    expect(quantileOfStretches(stretchesOf(lists), 0)).toBe(0)
    expect(quantileOfStretches(stretchesOf(lists), 1)).toBe(2699)
  })

  it('counts durations that have not ended as longer than all others', () => {
    const lists = [[1, Infinity], [2, Infinity], [3]]
    expect(quantileOfStretches(stretchesOf(lists), 0.5)).toBe(3)
    expect(quantileOfStretches(stretchesOf(lists), 0.9)).toBe(Infinity)
  })

  it('refuses stretches without any value', () => {
    expect(() => quantileOfStretches(stretchesOf([[], []]), 0.5)).toThrow('at least one value')
  })
})

function stretchesOf(lists: readonly ArrayLike<number>[]): Stretches {
  const ends = lists.map((_, i) => lists.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0))
  return { values: together(lists), starts: ends.map((end, i) => end - lists[i].length), ends }
}

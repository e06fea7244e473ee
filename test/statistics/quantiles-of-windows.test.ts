import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quantileType7 } from '../../server/statistics/quantile-type7.ts'
import { quantilesOfWindows } from '../../server/statistics/quantiles-of-windows.ts'
import { together } from '../../server/statistics/together.ts'

const value = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.double({ min: 0, noNaN: true }),
  fc.constant(Infinity),
)
const list = fc.array(value, { maxLength: 30 }).map((values) => Float64Array.from(values).sort())
const probability = fc.oneof(fc.constantFrom(0, 0.5, 0.9, 1), fc.double({ min: 0, max: 1, noNaN: true }))

describe('quantilesOfWindows', () => {
  it('is exactly the type 7 quantile of what each window holds', () => {
    fc.assert(
      fc.property(
        fc.array(list, { maxLength: 40 }),
        fc.integer({ min: 1, max: 8 }),
        probability,
        fc.array(fc.nat({ max: 39 }), { maxLength: 12 }),
        (lists, width, p, leftOut) => {
          const out = new Set(leftOut)
          const found = quantilesOfWindows(stretchesOf(lists), width, p, (stretch) => out.has(stretch))
          expect(found.length).toBe(lists.length === 0 ? 0 : lists.length + width - 1)
          found.forEach((quantile, window) => {
            const held = lists.filter((_, i) => i > window - width && i <= window && !out.has(i))
            const all = together(held).sort()
            expect(quantile).toBe(all.length === 0 ? NaN : quantileType7(all, p))
          })
        },
      ),
      { numRuns: 600 },
    )
  })

  it('follows values that leap up and down', () => {
    const lists = [1, 1000, 1, 1e9, 2, 0].map((scale) => Float64Array.of(scale, 2 * scale, 3 * scale))
    expect([...quantilesOfWindows(stretchesOf(lists), 2, 0.5)]).toEqual([
      2, 501.5, 501.5, 500000001.5, 500000003, 1, 0,
    ])
  })

  it('is no number where a window holds nothing', () => {
    const lists = [[5], [], [], [7]].map((values) => Float64Array.from(values))
    expect([...quantilesOfWindows(stretchesOf(lists), 2, 0.5)]).toEqual([5, 5, NaN, 7, 7])
  })
})

function stretchesOf(lists: readonly Float64Array[]): { values: Float64Array; starts: Int32Array } {
  const starts = new Int32Array(lists.length + 1)
  lists.forEach(({ length }, i) => (starts[i + 1] = starts[i] + length))
  return { values: together(lists), starts }
}

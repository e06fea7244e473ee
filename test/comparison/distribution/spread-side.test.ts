import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spreadSide } from '../../../server/comparison/distribution/spread-side.ts'
import { binOf, binStarts } from '../../../server/statistics/duration-bins.ts'

const window = { value: null, n: 0, from: '2026-06-01', to: '2026-06-03' }
const days = ['2026-06-01', '2026-06-02']

function sideOf(
  first: readonly number[],
  second: readonly number[],
  weights: [number, number] | null = null,
) {
  const seconds = new Map([
    [days[0], first],
    [days[1], second],
  ])
  return spreadSide(window, {
    facts: { kind: 'duration', seconds },
    days,
    weights: weights && ((day) => weights[days.indexOf(day)]),
  })
}

const duration = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 0.5, max: 5_000_000, noNaN: true }) },
  { weight: 3, arbitrary: fc.constantFrom(...binStarts.slice(1)) },
  { weight: 1, arbitrary: fc.constant(Infinity) },
)
const someDurations = fc.array(duration, { maxLength: 40 })
const weights = fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })))

describe('the durations of one window', () => {
  it('are each in one bin, or have not ended', () => {
    fc.assert(
      fc.property(someDurations, someDurations, weights, (first, second, weighed) => {
        const side = sideOf(first, second, weighed)
        if (first.length + second.length === 0) {
          expect(side).toBeNull()
          return
        }
        const counts = [...(side?.counts ?? []), side?.unended ?? { n: 0, share: 0 }]
        expect(counts.reduce((sum, { n }) => sum + n, 0)).toBe(first.length + second.length)
        expect(counts.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('have percentiles in ascending order that lie where that share of the counts ends', () => {
    fc.assert(
      fc.property(someDurations, (seconds) => {
        const side = sideOf(seconds, [])
        if (side === null) return
        const { p25, p50, p75, p90 } = side.percentiles
        const found = [p25, p50, p75, p90]
        found.forEach((value, i) => {
          const place = (side.n - 1) * [0.25, 0.5, 0.75, 0.9][i]
          if (value === null) {
            expect(Math.ceil(place)).toBeGreaterThanOrEqual(side.n - side.unended.n)
            return
          }
          const bin = binOf(value) ?? -1
          const below = side.counts.slice(0, bin).reduce((sum, { n }) => sum + n, 0)
          expect(below).toBeLessThanOrEqual(Math.ceil(place))
          expect(below + side.counts[bin].n).toBeGreaterThan(Math.floor(place))
        })
        const known = found.filter((value) => value !== null)
        expect(known).toEqual(known.toSorted((one, other) => one - other))
      }),
    )
  })

  it('count by their weight where weeks are known to different parts', () => {
    const side = sideOf([10, 10, 10], [100], [1, 9])

    expect(side?.n).toBe(4)
    expect(side?.counts[binOf(10) ?? -1]).toEqual({ n: 3, share: 0.25 })
    expect(side?.counts[binOf(100) ?? -1]).toEqual({ n: 1, share: 0.75 })
    expect(side?.percentiles.p90).toBe(100)
  })

  it('have no percentile that falls among those that have not ended', () => {
    const side = sideOf([10, 20, 30, Infinity], [Infinity])

    expect(side?.percentiles).toEqual({ p25: 20, p50: 30, p75: null, p90: null })
    expect(side?.unended).toEqual({ n: 2, share: 0.4 })
  })
})

describe('a bin', () => {
  it.each([
    [0.5, 0],
    [1, 1],
    [59.9, 6],
    [60, 7],
    [86_399, 16],
    [86_400, 17],
    [100_000_000, 22],
    [Infinity, null],
  ])('of %f seconds is number %s', (seconds, bin) => {
    expect(binOf(seconds)).toBe(bin)
  })
})

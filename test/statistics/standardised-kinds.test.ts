import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardisedKindQuantile, standardisedKindRate } from '../../server/statistics/standardised-kinds.ts'
import { standardisedWeekQuantile, standardisedWeekRate } from '../../server/statistics/standardised-week.ts'

const seconds = fc.oneof(
  fc.constantFrom(10, 20, 20.5, 30, 60, 90, 600, Infinity),
  fc.double({ min: 1, max: 1000, noNaN: true }),
)
/** Their numbers may be far apart. */
const kinds = [0, 3, 700, 1500, 4000, 9000]
const kind = fc.constantFrom(...kinds)
/** Two kinds are of no stratum; the third stratum is made of two kinds. */
const placeOf = (one: number) => [0, 1, 2, 2, -1, -1][kinds.indexOf(one)]
const strata = { weights: [0.5, 0.3, 0.2], placeOf }

describe('a week by kind of conversation', () => {
  it('has the quantile that the lists of each stratum give', () => {
    const day = fc.array(fc.record({ seconds, kind }), { maxLength: 90 })
    fc.assert(
      fc.property(fc.array(day, { maxLength: 9 }), fc.constantFrom(0.1, 0.5, 0.9), (days, probability) => {
        const all = days.flat()
        const lists = strata.weights.map((_, place) =>
          all.filter((one) => placeOf(one.kind) === place).map((one) => one.seconds),
        )
        const plain = standardisedWeekQuantile(lists, strata.weights, probability)

        const found = standardisedKindQuantile(days.map(inOrder), countsOf(all), strata, probability)

        // The weights are added up in another order.
        expect(ratioOf(found?.value, plain?.value)).toBeCloseTo(1, 12)
        expect(found?.missingWeight).toBe(plain?.missingWeight)
        expect(found?.isIncomplete).toBe(plain?.isIncomplete)
      }),
      { numRuns: 500 },
    )
  })

  it('has the rate that the cells of each stratum give', () => {
    const counted = fc.record({ kind, n: fc.nat(9), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), (rows) => {
        const cells = strata.weights.map((_, place) => {
          const own = rows.filter((row) => placeOf(row.kind) === place)
          return {
            numerator: own.reduce((sum, row) => sum + Math.round(row.share * row.n), 0),
            denominator: own.reduce((sum, row) => sum + row.n, 0),
          }
        })
        const week = {
          kinds: rows.map((row) => row.kind),
          n: rows.map((row) => row.n),
          numerator: rows.map((row) => Math.round(row.share * row.n)),
        }
        expect(standardisedKindRate(week, strata)).toEqual(standardisedWeekRate(cells, strata.weights))
      }),
    )
  })
})

type Duration = { seconds: number; kind: number }

function inOrder(day: readonly Duration[]) {
  const sorted = [...day].sort((one, other) => (one.seconds < other.seconds ? -1 : 1))
  return {
    seconds: Float64Array.from(sorted, (one) => one.seconds),
    kinds: Uint32Array.from(sorted, (one) => one.kind),
  }
}

function countsOf(all: readonly Duration[]) {
  return {
    kinds,
    n: kinds.map((one) => all.filter((duration) => duration.kind === one).length),
    numerator: kinds.map(() => 0),
  }
}

/** 1 where both are infinite or both are missing. */
function ratioOf(one: number | undefined, other: number | undefined): number {
  return one === other ? 1 : (one ?? NaN) / (other ?? NaN)
}

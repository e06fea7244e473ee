import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardisedKindQuantile, standardisedKindRate } from '../../server/statistics/standardised-kinds.ts'
import { standardisedWeekQuantile, standardisedWeekRate } from '../../server/statistics/standardised-week.ts'

const seconds = fc.oneof(
  fc.constantFrom(10, 20, 20.5, 30, 60, 90, 600, Infinity),
  fc.double({ min: 1, max: 1000, noNaN: true }),
)
const guess = fc.option(seconds, { nil: undefined })
/** Their numbers may be far apart. */
const kinds = [0, 3, 700, 1500, 4000, 9000]
const kind = fc.constantFrom(...kinds)
/** Two kinds are of no stratum; the third stratum is made of two kinds. */
const placeOf = Int32Array.from({ length: 9001 }, (_, one) => [0, 1, 2, 2, -1][kinds.indexOf(one)] ?? -1)
const strata = { weights: [0.5, 0.3, 0.2], placeOf }

describe('a week by kind of conversation', () => {
  it('has the quantile that the lists of each stratum give, whatever was guessed', () => {
    const day = fc.array(fc.record({ seconds, kind }), { maxLength: 90 })
    fc.assert(
      fc.property(
        fc.array(day, { maxLength: 9 }),
        fc.constantFrom(0.1, 0.5, 0.9),
        guess,
        (days, probability, near) => {
          const all = days.flat()
          const lists = strata.weights.map((_, place) =>
            all.filter((one) => placeOf[one.kind] === place).map((one) => one.seconds),
          )
          const plain = standardisedWeekQuantile(lists, strata.weights, probability)

          const found = standardisedKindQuantile(stretchesOf(days), countsOf(all), strata, probability, near)

          // The weights are added up in another order.
          expect(ratioOf(found?.value, plain?.value)).toBeCloseTo(1, 12)
          expect(found?.missingWeight).toBe(plain?.missingWeight)
          expect(found?.isIncomplete).toBe(plain?.isIncomplete)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('has the rate that the cells of each stratum give', () => {
    const counted = fc.record({ kind, n: fc.nat(9), share: fc.double({ min: 0, max: 1, noNaN: true }) })
    fc.assert(
      fc.property(fc.array(counted, { maxLength: 12 }), (rows) => {
        const cells = strata.weights.map((_, place) => {
          const own = rows.filter((row) => placeOf[row.kind] === place)
          return {
            numerator: own.reduce((sum, row) => sum + Math.round(row.share * row.n), 0),
            denominator: own.reduce((sum, row) => sum + row.n, 0),
          }
        })
        const week = {
          kinds: Uint32Array.from(rows, (row) => row.kind),
          n: Float64Array.from(rows, (row) => row.n),
          numerator: Float64Array.from(rows, (row) => Math.round(row.share * row.n)),
          from: 0,
          to: rows.length,
        }
        expect(standardisedKindRate(week, strata)).toEqual(standardisedWeekRate(cells, strata.weights))
      }),
    )
  })
})

type Duration = { seconds: number; kind: number }

function stretchesOf(days: readonly (readonly Duration[])[]) {
  const sorted = days.flatMap((day) => [...day].sort((one, other) => (one.seconds < other.seconds ? -1 : 1)))
  const ends = days.map((_, i) => days.slice(0, i + 1).reduce((sum, { length }) => sum + length, 0))
  return {
    seconds: Float64Array.from(sorted, (one) => one.seconds),
    kinds: Uint32Array.from(sorted, (one) => one.kind),
    starts: ends.map((end, i) => end - days[i].length),
    ends,
  }
}

function countsOf(all: readonly Duration[]) {
  return {
    kinds: Uint32Array.from(kinds),
    n: Float64Array.from(kinds, (one) => all.filter((duration) => duration.kind === one).length),
    numerator: new Float64Array(kinds.length),
    from: 0,
    to: kinds.length,
  }
}

/** 1 where both are infinite or both are missing. */
function ratioOf(one: number | undefined, other: number | undefined): number {
  return one === other ? 1 : (one ?? NaN) / (other ?? NaN)
}

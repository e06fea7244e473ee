import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DaysOfKinds } from '../../../server/comparison/mix/kind-sums.ts'
import { createKindSums } from '../../../server/comparison/mix/kind-sums.ts'
import { usedDays } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays, dayNumberOf } from '../../../server/periods/day.ts'

const first = '2026-01-01'
const KINDS = 3

/** Of each day, how many conversations of each kind it holds. */
function heldOf(days: readonly number[][]): DaysOfKinds {
  return {
    first: dayNumberOf(first),
    days: days.length,
    countDay: (place, into) => days[place].forEach((n, kind) => (into[kind] += n)),
  }
}

describe('how often weeks hold each kind', () => {
  it('is the sum of their used days, whichever weeks are asked for', () => {
    const day = fc.array(fc.nat(9), { minLength: KINDS, maxLength: KINDS })
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1, maxLength: 80 }),
        fc.array(fc.integer({ min: -20, max: 90 }), { maxLength: 8 }),
        fc.array(fc.nat(79), { maxLength: 20 }),
        (days, starts, masked) => {
          const maskedDays = new Set(masked.map((place) => addDays(first, place)))
          // Some of them follow one another.
          const weeks = [...starts, ...starts.map((start) => start + 7)].map((start) =>
            usedDays(addDays(first, start), maskedDays),
          )
          const heldOn = (one: Day): number[] | undefined => days[dayNumberOf(one) - dayNumberOf(first)]
          const sumOf = (kind: number) =>
            weeks.flat().reduce((sum, one) => sum + (heldOn(one)?.[kind] ?? 0), 0)

          const totals = createKindSums(heldOf(days), KINDS)(weeks)

          expect([...(totals ?? [])]).toEqual([0, 1, 2].map(sumOf))
        },
      ),
      { numRuns: 300 },
    )
  })

  it('is not told of days that are no week', () => {
    expect(createKindSums(heldOf([[1, 2, 3]]), KINDS)([[first]])).toBeNull()
  })

  it('is not told of more kinds than a table of all days should hold', () => {
    expect(createKindSums(heldOf([[1]]), 257)([usedDays(first, new Set())])).toBeNull()
  })
})

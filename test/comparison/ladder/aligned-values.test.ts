import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../../server/comparison/daily-facts.ts'
import { alignedValues } from '../../../server/comparison/ladder/aligned-values.ts'
import { weekAxis } from '../../../server/comparison/ladder/week-axis.ts'
import { binsAround, daysOf } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import { weekdayOf } from '../../../server/periods/day.ts'

const cutover = '2026-06-01'
const usable = { from: '2026-05-04', to: '2026-06-29' }

describe('the values on an axis', () => {
  it('are those of each step, in its place', () => {
    const values = alignedValues(counts(), bins([]), axis(1))

    expect(values.map((value) => value && [value.position, value.from, value.n])).toEqual([
      [-4, '2026-05-04', 540],
      [-3, '2026-05-11', 540],
      [-2, '2026-05-18', 540],
      [-1, '2026-05-25', 540],
      [0, '2026-06-01', 540],
      [1, '2026-06-08', 540],
      [2, '2026-06-15', 540],
      [3, '2026-06-22', 540],
    ])
  })

  it('stand as if no day had been lost, by what its weekday brings before the move', () => {
    const value = alignedValues(counts(), bins(['2026-06-08']), axis(1))[5]

    expect(value?.n).toBe(440)
    expect(value?.restoredTotal).toBeCloseTo(540, 10)
    expect(value?.level).toBeCloseTo(Math.log(540.5), 10)
  })

  it('restore the level of a share whose weekdays differ', () => {
    const mondays: DailyFacts = {
      kind: 'rate',
      sums: new Map(
        daysOf(usable).map((day) => [day, { n: 100, numerator: weekdayOf(day) === 1 ? 80 : 10 }]),
      ),
    }

    // Of seven days with 100 each, one has 80 and six have 10: 140 of 700.
    expect(alignedValues(mondays, bins(['2026-06-08']), axis(1))[5]?.level).toBeCloseTo(0.2, 10)
  })

  it('are null where a week of the step has too few days', () => {
    const lost = bins(['2026-06-08', '2026-06-09', '2026-06-10'])

    expect(alignedValues(counts(), lost, axis(1)).map((value) => value === null)).toEqual([
      false, false, false, false, false, true, false, false,
    ]) // prettier-ignore
    expect(alignedValues(counts(), lost, axis(2)).map((value) => value && value.n)).toEqual([
      1080,
      1080,
      null,
      1080,
    ])
  })

  it('are null for weeks nobody knows anything of, and a number for weeks without contacts', () => {
    const nothingLate = (facts: DailyFacts) =>
      facts.kind === 'duration'
        ? facts
        : { ...facts, sums: new Map([...facts.sums].filter(([day]) => day < '2026-06-22')) }
    const shares: DailyFacts = {
      kind: 'rate',
      sums: new Map(daysOf(usable).map((day) => [day, { n: 9, numerator: 3 }])),
    }

    expect(alignedValues(nothingLate(shares), bins([]), axis(1))[7]).toBeNull()
    expect(alignedValues(nothingLate(counts()), bins([]), axis(1))[7]?.level).toBeCloseTo(Math.log(0.5), 10)
    expect(alignedValues(counts(), bins([]), { ...axis(1), steps: weekAxisFrom(-8).steps })[0]).toBeNull()
  })
})

/** 540 a week: 100 on weekdays, 20 on Saturdays and Sundays. */
function counts(): DailyFacts {
  const n = (day: Day) => (weekdayOf(day) > 5 ? 20 : 100)
  return { kind: 'count', sums: new Map(daysOf(usable).map((day) => [day, { n: n(day), numerator: 0 }])) }
}

function bins(closed: readonly Day[]) {
  return binsAround({
    cutover,
    rampEnd: cutover,
    usable,
    weeksLeftOut: 0,
    maskedDays: new Set(closed),
    unrecorded: null,
  })
}

function axis(width: number) {
  return weekAxis({ lastBefore: -1, weeksBefore: 4, firstAfter: 0, weeksAfter: 4, width })
}

function weekAxisFrom(first: number) {
  return weekAxis({ lastBefore: -1, weeksBefore: -first, firstAfter: 0, weeksAfter: 4, width: 1 })
}

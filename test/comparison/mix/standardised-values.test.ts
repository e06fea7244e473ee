import { describe, expect, it } from 'vitest'
import type { DailyFacts } from '../../../server/comparison/daily-facts.ts'
import { brandMix } from '../../../server/comparison/mix/brand-mix.ts'
import type { StratumDay } from '../../../server/comparison/mix/read-strata.ts'
import { standardisedLevels } from '../../../server/comparison/mix/standardised-values.ts'
import { weekdayPattern } from '../../../server/comparison/weekday-pattern.ts'
import type { WeeklyValue } from '../../../server/comparison/weekly-values.ts'
import { weeklyValue } from '../../../server/comparison/weekly-values.ts'
import { daysOf } from '../../../server/comparison/windows.ts'
import type { Day } from '../../../server/periods/day.ts'
import { addDays, weekdayOf } from '../../../server/periods/day.ts'

/** A Monday. */
const moved: Day = '2026-06-01'
const monday = addDays(moved, 7)
const saturday = addDays(moved, 12)

describe('a rate by weeks with the same mix in each', () => {
  it('is the same in a week like all others', () => {
    const [whole] = levelsOf([])

    // Mondays 50 %, other weekdays 20 %, weekends 10 %; each day has as many: 50 + 80 + 20 of 700.
    expect(whole).toEqual({ level: expect.closeTo(1.5 / 7, 9), missingWeight: expect.closeTo(0, 9) })
  })

  it('is no other because a Monday was lost', () => {
    const [whole, partial] = levelsOf([monday])

    expect(partial?.level).toBeCloseTo(whole?.level ?? NaN, 9)
    expect(partial?.missingWeight).toBeCloseTo(0, 9)
  })

  it('is no other because a Saturday was lost: the mix says how much weekends count', () => {
    const [whole, partial] = levelsOf([saturday])

    expect(partial?.level).toBeCloseTo(whole?.level ?? NaN, 9)
  })

  it('of a week that lost its weekend is that of its weekdays, and says how much is missing', () => {
    const [, partial] = levelsOf([saturday, addDays(saturday, 1)])

    // (50 + 4 × 20) ÷ 5
    expect(partial?.level).toBeCloseTo(0.26, 9)
    expect(partial?.missingWeight).toBeCloseTo(2 / 7, 9)
  })

  it('has no level in a week without conversations', () => {
    const mix = brandMix(rows, { before, after })
    if (mix === null) throw new Error('there is a mix')
    const empty = { ...after[0], days: ['2027-01-01'] }

    expect(standardisedLevels('rate', mix, [empty, null], facts, weeksBefore)).toEqual([null, null])
  })
})

describe('the mix of a brand', () => {
  it('is unknown where a side holds nothing', () => {
    expect(brandMix([], { before, after })).toBeNull()
    expect(brandMix(rows, { before, after: [] })).toBeNull()
  })
})

const days = daysOf({ from: addDays(moved, -56), to: addDays(moved, 14) })
const rows: StratumDay[] = days.map((day) => ({
  day,
  stratum: { language: 'ko', topic: 'other', hourBlock: 'morning', isWeekend: weekdayOf(day) > 5 },
  n: 100,
  numerator: weekdayOf(day) === 1 ? 50 : weekdayOf(day) > 5 ? 10 : 20,
  seconds: null,
}))
const facts: DailyFacts = {
  kind: 'rate',
  sums: new Map(rows.map(({ day, n, numerator }) => [day, { n, numerator }])),
}
const before = Array.from({ length: 8 }, (_, i) => valueAt(i - 8, []))
const weeksBefore = before.map((value) => value.days)
const after = [valueAt(0, []), valueAt(1, [])]

/** The two weeks after the move, the second without some of its days. */
function levelsOf(lost: readonly Day[]) {
  const values = [valueAt(0, []), valueAt(1, lost)]
  const mix = brandMix(rows, { before, after })
  if (mix === null) throw new Error('levelsOf: there is no mix')
  return standardisedLevels('rate', mix, values, facts, weeksBefore)
}

function valueAt(index: number, lost: readonly Day[]): WeeklyValue {
  const from = addDays(moved, index * 7)
  const to = addDays(from, 7)
  const own = daysOf({ from, to }).filter((day) => !lost.includes(day))
  const pattern = weekdayPattern(facts, daysOf({ from: addDays(moved, -56), to: moved }))
  const value = weeklyValue(facts, [{ index, from, to, days: own }], pattern)
  if (value === null) throw new Error('valueAt: the week has no value')
  return value
}

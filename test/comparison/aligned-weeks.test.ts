import { describe, expect, it } from 'vitest'
import { alignWeeks, earlierLevels } from '../../server/comparison/aligned-weeks.ts'
import type { SeriesWeek } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'

const MONDAY = '2026-01-05'

describe('weeks counted from the move', () => {
  it('belong to the week from the move in which their Thursday lies', () => {
    // A Tuesday: the Monday before it begins the first week after the move.
    const { weeks } = alignWeeks(weeksOf(Array(6).fill(10)), 'count', movedOn('2026-01-27'))

    expect(weeks.map(({ week, from }) => [week, from])).toEqual([
      [-3, '2026-01-05'],
      [-2, '2026-01-12'],
      [-1, '2026-01-19'],
      [0, '2026-01-26'],
      [1, '2026-02-02'],
      [2, '2026-02-09'],
    ])
  })

  it('reach from 13 weeks before the move to 26 after it', () => {
    const { weeks } = alignWeeks(weeksOf(Array(60).fill(10)), 'count', movedOn(addDays(MONDAY, 20 * 7)))

    expect(weeks.at(0)?.week).toBe(-13)
    expect(weeks.at(-1)?.week).toBe(26)
  })

  it('say how long the settling-in period took', () => {
    expect(alignWeeks([], 'count', { wentLiveOn: '2026-02-02', rampEnd: '2026-02-16' }).rampWeeks).toBe(2)
    expect(alignWeeks([], 'count', { wentLiveOn: '2026-02-02', rampEnd: null }).rampWeeks).toBeNull()
  })
})

describe('the level before the move', () => {
  const move = movedOn(addDays(MONDAY, 4 * 7))

  it('is a mean for counts, and weeks are ratios to it', () => {
    const { level, weeks } = alignWeeks(weeksOf([100, 100, 80, 120, 150]), 'count', move)

    expect(level).toEqual({ value: 100, n: 40, from: '2026-01-05', to: '2026-02-02' })
    expect(weeks.map(({ distance }) => distance)).toEqual([1, 1, 0.8, 1.2, 1.5])
  })

  it('is weighted for rates, and weeks differ from it by points', () => {
    const weeks = weeksOf([0.8, 0.8, 0.8, 0.9, 0.7]).map((week, i) => ({ ...week, n: i === 3 ? 30 : 10 }))

    const { level, weeks: counted } = alignWeeks(weeks, 'rate', move)

    expect(level?.value).toBeCloseTo(0.85)
    expect(counted[4].distance).toBeCloseTo(-15)
  })

  it('takes doubling and halving of durations as equally far', () => {
    const { level } = alignWeeks(weeksOf([60, 240, 60, 240, 120]), 'duration', move)

    expect(level?.value).toBeCloseTo(120)
  })

  it('is nothing below four weeks, and so are the distances', () => {
    const { level, weeks } = alignWeeks(weeksOf([100, null, 80, 120, 150]), 'count', move)

    expect(level).toBeNull()
    expect(weeks.map(({ distance }) => distance)).toEqual([null, null, null, null, null])
  })

  it('leaves weeks out that are still coming in', () => {
    const weeks = weeksOf([100, 100, 100, 100, 100]).map((week, i) => ({ ...week, complete: i !== 1 }))

    expect(alignWeeks(weeks, 'count', move).level).toBeNull()
  })

  it('cannot be held against where it is zero', () => {
    const { weeks } = alignWeeks(weeksOf([0, 0, 0, 0, 5]), 'count', move)

    expect(weeks[4].distance).toBeNull()
  })
})

describe('what lies before the latest weeks', () => {
  const weeks = weeksOf(Array.from({ length: 70 }, (_, week) => week))
  const now = { value: 1, n: 1, from: addDays(MONDAY, 66 * 7), to: addDays(MONDAY, 70 * 7) }

  it('are the thirteen weeks right before, and the same weeks a year earlier', () => {
    const { previous, lastYear } = earlierLevels(weeks, 'count', now)

    expect(previous).toEqual({ value: 59, n: 130, from: addDays(MONDAY, 53 * 7), to: now.from })
    expect(lastYear).toEqual({
      value: 15.5,
      n: 40,
      from: addDays(MONDAY, 14 * 7),
      to: addDays(MONDAY, 18 * 7),
    })
  })

  it('is nothing where the series does not reach back, or has gaps', () => {
    const gappy = weeks.map((week, i) => ({ ...week, value: i % 2 === 0 ? null : week.value }))

    expect(earlierLevels(weeks.slice(60), 'count', now)).toEqual({ previous: null, lastYear: null })
    expect(earlierLevels(gappy, 'count', now)).toEqual({ previous: null, lastYear: null })
  })

  it('is nothing without latest weeks', () => {
    expect(earlierLevels(weeks, 'count', null)).toEqual({ previous: null, lastYear: null })
  })
})

function weeksOf(values: readonly (number | null)[]): SeriesWeek[] {
  return values.map((value, index) => {
    const from = addDays(MONDAY, index * 7)
    return { from, to: addDays(from, 7), value, n: 10, complete: true }
  })
}

function movedOn(wentLiveOn: string) {
  return { wentLiveOn, rampEnd: null }
}

import { describe, expect, it } from 'vitest'
import {
  busyHours,
  differenceShade,
  hourDifference,
  hourValue,
  largestValue,
  shadeOf,
} from '../../client/team-hours.ts'
import type { TeamWindow } from '../../server/contract-team.ts'

const MONDAY_TEN = 10
const TUESDAY_NINE = 33

describe('what an hour of the week shows', () => {
  it('is a mean over how often its weekday was used', () => {
    const window = aWindow({ weekdays: [3, 4, 4, 4, 4, 4, 0] })

    expect(hourValue(window, 'people', MONDAY_TEN)).toBe(20)
    expect(hourValue(window, 'all', MONDAY_TEN)).toBe(40)
    expect(hourValue(window, 'people', TUESDAY_NINE)).toBe(0)
    expect(hourValue(window, 'people', 167)).toBeNull()
  })

  it('is time with a conversation open, and how many were open in it, where engagements are stored', () => {
    const window = aWindow()

    expect(hourValue(window, 'hours', MONDAY_TEN)).toBe(0.5)
    expect(hourValue(window, 'once', MONDAY_TEN)).toBe(1.5)
    expect(hourValue(window, 'once', TUESDAY_NINE)).toBeNull()
    expect(hourValue({ ...window, work: null }, 'hours', MONDAY_TEN)).toBeNull()
  })

  it('is shaded by its part of the largest on both sides', () => {
    const largest = largestValue([aWindow(), aWindow({ weekdays: [3, 4, 4, 4, 4, 4, 4] })], 'people')

    expect(largest).toBe(20)
    expect([null, 0, 0.1, 10, 20].map((value) => shadeOf(value, largest, 'people'))).toEqual([0, 0, 1, 5, 9])
    expect([1, 1.1, 2].map((value) => shadeOf(value, 2, 'once'))).toEqual([0, 1, 9])
  })

  it('leaves out the hours of the night in which nothing happens', () => {
    expect(busyHours([aWindow()], 'people')).toEqual({ first: 10, last: 10 })
  })
})

describe('the difference of two hours', () => {
  it('is shaded where chance does not explain it', () => {
    const before = aWindow()
    const more = aWindow({ forPeople: byHour().with(MONDAY_TEN, 120) })
    const hardlyMore = aWindow({ forPeople: byHour().with(MONDAY_TEN, 72) })

    expect(hourDifference(before, more, 'people', MONDAY_TEN)).toEqual({ value: 15, isClear: true })
    expect(hourDifference(before, hardlyMore, 'people', MONDAY_TEN)).toEqual({ value: 3, isClear: false })
    expect(differenceShade({ value: 15, isClear: true }, 15)).toBe(4)
    expect(differenceShade({ value: -3, isClear: true }, 15)).toBe(-1)
    expect(differenceShade({ value: 15, isClear: false }, 15)).toBe(0)
    expect(differenceShade(null, 15)).toBe(0)
  })

  it('is none where one side is not known', () => {
    expect(hourDifference(aWindow({ work: null }), aWindow(), 'hours', MONDAY_TEN)).toBeNull()
  })
})

/** Four weeks with sixty conversations for agents on Mondays at ten. */
function aWindow(given: Partial<TeamWindow> = {}): TeamWindow {
  const weekdays = [4, 4, 4, 4, 4, 4, 4]
  return {
    from: '2026-03-02',
    to: '2026-03-30',
    weeks: 4,
    weekdays,
    daysClosed: 0,
    daysRed: 0,
    conversations: byHour().with(MONDAY_TEN, 120),
    forPeople: byHour().with(MONDAY_TEN, 60),
    outsideHours: { n: 0, outside: 0 },
    work: {
      weekdays,
      daysLeftOut: 0,
      agents: 1,
      engagements: byHour(),
      engagedSeconds: byHour().with(MONDAY_TEN, 10_800).with(TUESDAY_NINE, 600),
      agentSeconds: byHour().with(MONDAY_TEN, 7200).with(TUESDAY_NINE, 600),
    },
    cover: { served: 0, held: 0 },
    ...given,
  }
}

function byHour(): number[] {
  return Array.from({ length: 168 }, () => 0)
}

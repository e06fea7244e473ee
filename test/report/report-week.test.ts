import { describe, expect, it } from 'vitest'
import { coversPeriod, isDue, lastCompleteWeek } from '../../server/report/report-week.ts'

const monday8 = { zone: 'Asia/Seoul', weekday: 1, hour: 8 }

describe('lastCompleteWeek', () => {
  it('ends with the Sunday before today', () => {
    expect(lastCompleteWeek(at('2026-11-16T00:00:00+09:00'), 'Asia/Seoul')).toEqual({
      from: '2026-11-09',
      to: '2026-11-16',
    })
  })

  it('does not take the running week on its Sunday', () => {
    expect(lastCompleteWeek(at('2026-11-15T23:59:59+09:00'), 'Asia/Seoul')).toEqual({
      from: '2026-11-02',
      to: '2026-11-09',
    })
  })
})

describe('isDue', () => {
  it('waits for the hour in the zone of the schedule', () => {
    expect(isDue(at('2026-11-16T07:59:59+09:00'), monday8)).toBe(false)
    expect(isDue(at('2026-11-16T08:00:00+09:00'), monday8)).toBe(true)
  })

  it('stays due until the end of the week, so that a stopped process catches up', () => {
    expect(isDue(at('2026-11-22T23:59:59+09:00'), monday8)).toBe(true)
    expect(isDue(at('2026-11-23T00:00:00+09:00'), monday8)).toBe(false)
  })

  it('waits for a later weekday', () => {
    const friday17 = { zone: 'Asia/Seoul', weekday: 5, hour: 17 }

    expect(isDue(at('2026-11-20T16:59:00+09:00'), friday17)).toBe(false)
    expect(isDue(at('2026-11-20T17:00:00+09:00'), friday17)).toBe(true)
  })

  it('keeps to the wall clock when clocks change', () => {
    const berlin = { zone: 'Europe/Berlin', weekday: 1, hour: 8 }

    expect(isDue(at('2026-10-19T06:00:00Z'), berlin)).toBe(true)
    expect(isDue(at('2026-10-26T06:59:00Z'), berlin)).toBe(false)
    expect(isDue(at('2026-10-26T07:00:00Z'), berlin)).toBe(true)
  })
})

describe('coversPeriod', () => {
  const period = { from: '2026-11-09', to: '2026-11-16' }

  it('needs data up to the midnight that ends the Sunday', () => {
    expect(coversPeriod('2026-11-15T14:59:59.999Z', period, 'Asia/Seoul')).toBe(false)
    expect(coversPeriod('2026-11-15T15:00:00.000Z', period, 'Asia/Seoul')).toBe(true)
  })

  it('is not met without data', () => {
    expect(coversPeriod(null, period, 'Asia/Seoul')).toBe(false)
  })
})

function at(instant: string): number {
  return Date.parse(instant)
}

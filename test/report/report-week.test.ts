import { describe, expect, it } from 'vitest'
import { coversPeriod, lastCompleteWeek } from '../../server/report/report-week.ts'

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

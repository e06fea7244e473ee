import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, daysBetween, isDay, mondayOf, weekdayOf } from '../../server/periods/day.ts'

describe('days', () => {
  it('pass through a leap day', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01')
    expect(addDays('2023-02-28', 1)).toBe('2023-03-01')
  })

  it('pass month and year ends in both directions', () => {
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-05-01', -1)).toBe('2026-04-30')
  })

  it('are counted without the last one', () => {
    expect(daysBetween('2026-11-16', '2026-11-23')).toBe(7)
    expect(daysBetween('2026-11-23', '2026-11-16')).toBe(-7)
    expect(daysBetween('2024-02-01', '2024-03-01')).toBe(29)
  })

  it('that do not exist are none', () => {
    expect(isDay('2024-02-29')).toBe(true)
    for (const text of ['2023-02-29', '2026-02-30', '2026-13-01', '2026-1-01', '2026-01-01T00:00', '']) {
      expect(isDay(text), text).toBe(false)
    }
  })

  it('belong to the week that starts on Monday', () => {
    expect(weekdayOf('2026-11-16')).toBe(1)
    expect(weekdayOf('2026-11-22')).toBe(7)
    expect(mondayOf('2026-11-16')).toBe('2026-11-16')
    expect(mondayOf('2026-11-22')).toBe('2026-11-16')
    expect(mondayOf('2027-01-01')).toBe('2026-12-28')
  })

  it('added and counted back give the same number', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: -5000, max: 5000 }),
        (start, days) => {
          const day = addDays('2000-01-01', start)
          expect(daysBetween(day, addDays(day, days))).toBe(days)
        },
      ),
    )
  })
})

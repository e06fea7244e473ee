import { describe, expect, it } from 'vitest'
import { openMinutesBetween } from '../../server/periods/opening-hours.ts'
import { holidaysOf, openingHoursOf } from '../../server/settings/brand-hours.ts'
import { defaultBrandSettings } from '../../server/settings/default-settings.ts'

describe('a brand’s hours', () => {
  it('are minutes after midnight from Monday on', () => {
    const hours = openingHoursOf({
      ...defaultBrandSettings(1, 'Asia/Seoul'),
      openingHours: {
        ...defaultBrandSettings(1, 'Asia/Seoul').openingHours,
        monday: [
          ['09:30', '12:00'],
          ['13:00', '24:00'],
        ],
      },
    })

    expect(hours.week[0]).toEqual([
      [570, 720],
      [780, 1440],
    ])
    expect(hours.week[6]).toEqual([])
  })

  it('leave out the days of the calendar and its own closed days', () => {
    const brand = { ...defaultBrandSettings(1, 'Asia/Seoul'), closedDays: ['2026-11-16'] }
    const from = Date.parse('2026-11-16T09:00+09:00')
    const to = Date.parse('2026-11-17T10:00+09:00')

    expect(openMinutesBetween(from, to, openingHoursOf(brand))).toBe(60)
    expect(holidaysOf(brand)).toContain('2026-09-25')
    expect(holidaysOf({ ...brand, holidayCalendar: 'none' })).toEqual(['2026-11-16'])
  })
})

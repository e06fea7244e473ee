import { describe, expect, it } from 'vitest'
import { assumedHoursOf } from '../../server/settings/schedule-hours.ts'

const DAY = 1440
const seoul = { zone: 'Asia/Seoul', intervals: [[DAY + 540, DAY + 1080]] as const, holidays: [] }

describe('opening hours assumed from schedules', () => {
  it('are those of the first schedule in the zone of the account', () => {
    const abroad = { ...seoul, zone: 'Europe/Paris' }
    const second = { ...seoul, intervals: [[0, 60]] as const }

    expect(assumedHoursOf([abroad, seoul, second], 'Asia/Seoul')).toEqual({
      openingHours: {
        monday: [['09:00', '18:00']],
        tuesday: [],
        wednesday: [],
        thursday: [],
        friday: [],
        saturday: [],
        sunday: [],
      },
      closedDays: [],
    })
  })

  it('are not known without a schedule in that zone, or without hours in it', () => {
    expect(assumedHoursOf([], 'Asia/Seoul')).toBe(undefined)
    expect(assumedHoursOf([{ ...seoul, zone: null }], 'Asia/Seoul')).toBe(undefined)
    expect(assumedHoursOf([{ ...seoul, intervals: [] }], 'Asia/Seoul')).toBe(undefined)
  })

  it('belong to both days where they cross midnight, and touching ones are joined', () => {
    const night = [
      [6 * DAY + 1320, 7 * DAY],
      [0, 120],
      [120, 180],
      [DAY + 600, DAY + 700],
      [DAY + 650, 2 * DAY + 60],
    ] as const

    const hours = assumedHoursOf([{ ...seoul, intervals: night }], 'Asia/Seoul')

    expect(hours?.openingHours).toMatchObject({
      saturday: [['22:00', '24:00']],
      sunday: [['00:00', '03:00']],
      monday: [['10:00', '24:00']],
      tuesday: [['00:00', '01:00']],
    })
  })

  it('round the clock is every day from midnight to midnight', () => {
    const hours = assumedHoursOf([{ ...seoul, intervals: [[0, 7 * DAY]] }], 'Asia/Seoul')

    expect(hours?.openingHours.wednesday).toEqual([['00:00', '24:00']])
  })

  it('holidays close every one of their days', () => {
    const holidays = [
      { firstDay: '2026-12-31', lastDay: '2027-01-02' },
      { firstDay: '2027-01-01', lastDay: '2027-01-01' },
      { firstDay: '2027-03-02', lastDay: '2027-03-01' },
    ]

    expect(assumedHoursOf([{ ...seoul, holidays }], 'Asia/Seoul')?.closedDays).toEqual([
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ])
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cadence, Timing } from '../../server/periods/cadence.ts'
import { lastOccasion, nextOccasions } from '../../server/periods/cadence.ts'
import { weekdayOf } from '../../server/periods/day.ts'

const seoul = 'Asia/Seoul'
const newYork = 'America/New_York'
const lordHowe = 'Australia/Lord_Howe'
const isWeekday = (day: string) => weekdayOf(day) < 6

describe('nextOccasions', () => {
  it('comes every day at the wall clock of the zone', () => {
    expect(next('2026-11-16T07:59:00+09:00', { every: 'day' }, { count: 2 })).toEqual([
      { day: '2026-11-16', at: '2026-11-15T23:00:00.000Z' },
      { day: '2026-11-17', at: '2026-11-16T23:00:00.000Z' },
    ])
  })

  it('is past at the very minute it fell due', () => {
    expect(days(next('2026-11-16T08:00:00+09:00', { every: 'day' }, { count: 1 }))).toEqual(['2026-11-17'])
  })

  it('comes every second week, counted from the week of a day', () => {
    const cadence: Cadence = { every: 'fortnight', weekday: 5, countedFrom: '2026-11-17' }

    expect(days(next('2026-11-16T00:00:00+09:00', cadence, { count: 3 }))).toEqual([
      '2026-11-20',
      '2026-12-04',
      '2026-12-18',
    ])
  })

  it('takes the last day of a month that has no 31st', () => {
    expect(days(next('2028-01-31T12:00:00+09:00', { every: 'month', monthDay: 31 }, { count: 3 }))).toEqual([
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ])
  })

  it('takes the first working day of a month, over a weekend and a holiday', () => {
    // 1 January 2027 is a Friday and a holiday.
    const isWorkingDay = (day: string) => isWeekday(day) && day !== '2027-01-01'

    expect(
      days(next('2026-12-15T00:00:00+09:00', { every: 'first_working_day' }, { count: 2, isWorkingDay })),
    ).toEqual(['2027-01-04', '2027-02-01'])
  })

  it('ends with the last day', () => {
    expect(
      days(next('2026-11-16T12:00:00+09:00', { every: 'day' }, { count: 5, lastDay: '2026-11-18' })),
    ).toEqual(['2026-11-17', '2026-11-18'])
  })

  it('never comes where no day of any month is a working day', () => {
    expect(
      next('2026-11-16T00:00:00Z', { every: 'first_working_day' }, { count: 1, isWorkingDay: () => false }),
    ).toEqual([])
  })
})

describe('a change of clocks', () => {
  it('moves the instant and not the wall clock in Seoul, which has none, and New York, which has', () => {
    const weekly: Cadence = { every: 'week', weekday: 1 }

    expect(instants(next('2026-10-25T00:00:00Z', weekly, { count: 2 }))).toEqual([
      '2026-10-25T23:00:00.000Z',
      '2026-11-01T23:00:00.000Z',
    ])
    expect(instants(next('2026-10-25T00:00:00Z', weekly, { count: 2, zone: newYork }))).toEqual([
      '2026-10-26T12:00:00.000Z',
      '2026-11-02T13:00:00.000Z',
    ])
  })

  it('is half an hour on Lord Howe Island', () => {
    const weekly: Cadence = { every: 'week', weekday: 1 }

    expect(instants(next('2026-09-27T00:00:00Z', weekly, { count: 2, zone: lordHowe }))).toEqual([
      '2026-09-27T21:30:00.000Z',
      '2026-10-04T21:00:00.000Z',
    ])
  })

  it('makes a skipped time due once clocks have moved, and one that comes twice due the first time', () => {
    const daily: Cadence = { every: 'day' }
    const at = { zone: newYork, count: 1 }

    expect(instants(next('2026-03-08T05:00:00Z', daily, { ...at, minuteOfDay: 150 }))).toEqual([
      '2026-03-08T07:30:00.000Z',
    ])
    expect(instants(next('2026-11-01T04:00:00Z', daily, { ...at, minuteOfDay: 90 }))).toEqual([
      '2026-11-01T05:30:00.000Z',
    ])
  })
})

describe('lastOccasion', () => {
  const cadences: Cadence[] = [
    { every: 'day' },
    { every: 'week', weekday: 3 },
    { every: 'fortnight', weekday: 7, countedFrom: '2025-01-01' },
    { every: 'month', monthDay: 31 },
    { every: 'first_working_day' },
  ]

  it('is the one whose next is after now, whatever the zone, the moment and the rhythm', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cadences),
        fc.constantFrom(seoul, newYork, lordHowe),
        fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2029, 0, 1) }),
        fc.integer({ min: 0, max: 1439 }),
        (cadence, zone, now, minuteOfDay) => {
          const timing: Timing = { zone, cadence, minuteOfDay, lastDay: null }
          const last = lastOccasion(now, timing, isWeekday)
          const [following] = nextOccasions(last?.at ?? now, timing, { count: 1, isWorkingDay: isWeekday })

          expect(last).not.toBeNull()
          expect(last?.at).toBeLessThanOrEqual(now)
          expect(following.at).toBeGreaterThan(now)
        },
      ),
    )
  })

  it('is none before the first', () => {
    const timing: Timing = { zone: seoul, cadence: { every: 'day' }, minuteOfDay: 0, lastDay: '2020-01-01' }

    expect(lastOccasion(Date.parse('2026-11-16T00:00:00Z'), timing, isWeekday)).toBeNull()
  })
})

function next(
  now: string,
  cadence: Cadence,
  {
    count,
    isWorkingDay = isWeekday,
    ...timing
  }: { count: number; isWorkingDay?: (day: string) => boolean } & Partial<Timing>,
): { day: string; at: string }[] {
  return nextOccasions(
    Date.parse(now),
    { zone: seoul, cadence, minuteOfDay: 8 * 60, lastDay: null, ...timing },
    { count, isWorkingDay },
  ).map(({ day, at }) => ({ day, at: new Date(at).toISOString() }))
}

function days(occasions: readonly { day: string }[]): string[] {
  return occasions.map(({ day }) => day)
}

function instants(occasions: readonly { at: string }[]): string[] {
  return occasions.map(({ at }) => at)
}

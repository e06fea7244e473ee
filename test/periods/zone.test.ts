import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../server/periods/day.ts'
import { dayOf, hourOfWeek, instantOf, isZone, startOfDay, timeOfDay } from '../../server/periods/zone.ts'

const HOUR_MS = 3_600_000
const zones = [
  'Asia/Seoul',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'America/Sao_Paulo',
  'Pacific/Kiritimati',
  'UTC',
]

describe('the local day', () => {
  it('of Seoul starts at 15:00 UTC of the day before', () => {
    expect(iso(startOfDay('2026-11-16', 'Asia/Seoul'))).toBe('2026-11-15T15:00:00.000Z')
    expect(dayOf(Date.parse('2026-11-15T14:59:59.999Z'), 'Asia/Seoul')).toBe('2026-11-15')
    expect(dayOf(Date.parse('2026-11-15T15:00:00.000Z'), 'Asia/Seoul')).toBe('2026-11-16')
  })

  it('of New York follows the change of clocks', () => {
    expect(iso(startOfDay('2026-03-08', 'America/New_York'))).toBe('2026-03-08T05:00:00.000Z')
    expect(iso(startOfDay('2026-03-09', 'America/New_York'))).toBe('2026-03-09T04:00:00.000Z')
    expect(hoursOf('2026-03-08', 'America/New_York')).toBe(23)
    expect(hoursOf('2026-11-01', 'America/New_York')).toBe(25)
    expect(hoursOf('2026-11-02', 'America/New_York')).toBe(24)
  })

  it('of Lord Howe Island changes by half an hour', () => {
    expect(hoursOf('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5)
    expect(hoursOf('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5)
  })

  it('whose midnight was skipped starts at the first instant that exists', () => {
    expect(iso(startOfDay('2018-11-04', 'America/Sao_Paulo'))).toBe('2018-11-04T03:00:00.000Z')
    expect(dayOf(startOfDay('2018-11-04', 'America/Sao_Paulo') - 1, 'America/Sao_Paulo')).toBe('2018-11-03')
    expect(hoursOf('2018-11-04', 'America/Sao_Paulo')).toBe(23)
  })

  it('whose midnight came twice starts at the first of them', () => {
    // Clocks in Sao Paulo went from 24:00 back to 23:00, in Havana from 01:00 back to 00:00.
    expect(hoursOf('2018-02-17', 'America/Sao_Paulo')).toBe(25)
    expect(iso(startOfDay('2026-11-01', 'America/Havana'))).toBe('2026-11-01T04:00:00.000Z')
    expect(hoursOf('2026-11-01', 'America/Havana')).toBe(25)
  })

  it('holds every instant between its start and the next', () => {
    const instant = fc.integer({
      min: Date.parse('2015-01-01T00:00:00Z'),
      max: Date.parse('2037-01-01T00:00:00Z'),
    })
    fc.assert(
      fc.property(instant, fc.constantFrom(...zones), (moment, zone) => {
        const day = dayOf(moment, zone)
        expect(startOfDay(day, zone)).toBeLessThanOrEqual(moment)
        expect(startOfDay(addDays(day, 1), zone)).toBeGreaterThan(moment)
      }),
    )
  })

  it('and its start lead to each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8000 }), fc.constantFrom(...zones), (days, zone) => {
        const day = addDays('2015-01-01', days)
        expect(dayOf(startOfDay(day, zone), zone)).toBe(day)
        expect(dayOf(startOfDay(day, zone) - 1, zone)).toBe(addDays(day, -1))
      }),
    )
  })
})

describe('the wall clock', () => {
  it('is read in the zone', () => {
    expect(timeOfDay(Date.parse('2026-11-16T00:30:00Z'), 'Asia/Seoul')).toBe(9.5 * HOUR_MS)
    expect(timeOfDay(Date.parse('2026-11-16T00:30:00Z'), 'Asia/Kathmandu')).toBe(6.25 * HOUR_MS)
  })

  it('gives the hour of the week from Monday', () => {
    expect(hourOfWeek(Date.parse('2026-11-15T15:00:00Z'), 'Asia/Seoul')).toBe(0)
    expect(hourOfWeek(Date.parse('2026-11-22T14:59:59Z'), 'Asia/Seoul')).toBe(167)
    expect(hourOfWeek(Date.parse('2026-11-15T15:00:00Z'), 'America/New_York')).toBe(154)
  })

  it('leads back to the instant', () => {
    expect(iso(instantOf('2026-11-16', 9 * HOUR_MS, 'Asia/Seoul'))).toBe('2026-11-16T00:00:00.000Z')
    expect(iso(instantOf('2026-07-01', 9 * HOUR_MS, 'America/New_York'))).toBe('2026-07-01T13:00:00.000Z')
  })

  it('at a time that came twice means the first', () => {
    expect(iso(instantOf('2026-11-01', 1.5 * HOUR_MS, 'America/New_York'))).toBe('2026-11-01T05:30:00.000Z')
  })
})

describe('a zone', () => {
  it('is one the world knows', () => {
    expect(isZone('Asia/Seoul')).toBe(true)
    expect(isZone('Mars/Olympus')).toBe(false)
    expect(isZone('')).toBe(false)
  })
})

function hoursOf(day: string, zone: string): number {
  return (startOfDay(addDays(day, 1), zone) - startOfDay(day, zone)) / HOUR_MS
}

function iso(instant: number): string {
  return new Date(instant).toISOString()
}

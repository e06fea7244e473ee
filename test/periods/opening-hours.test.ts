import { describe, expect, it } from 'vitest'
import type { OpeningHours } from '../../server/periods/opening-hours.ts'
import { isOpenAt, openMinutesBetween } from '../../server/periods/opening-hours.ts'

const office = [[540, 1080]] as const
const seoul: OpeningHours = {
  zone: 'Asia/Seoul',
  week: [office, office, office, office, office, [], []],
  holidays: new Set(['2026-10-09']),
}

describe('opening-hours minutes', () => {
  it('count inside the hours', () => {
    expect(minutes('2026-11-16T09:30+09:00', '2026-11-16T10:15+09:00')).toBe(45)
  })

  it('do not count before opening and after closing', () => {
    expect(minutes('2026-11-16T08:00+09:00', '2026-11-16T09:20+09:00')).toBe(20)
    expect(minutes('2026-11-16T17:50+09:00', '2026-11-16T23:00+09:00')).toBe(10)
    expect(minutes('2026-11-16T18:00+09:00', '2026-11-17T09:00+09:00')).toBe(0)
  })

  it('leap over a weekend', () => {
    expect(minutes('2026-11-20T17:30+09:00', '2026-11-23T09:30+09:00')).toBe(60)
  })

  it('leap over a holiday', () => {
    expect(minutes('2026-10-08T17:30+09:00', '2026-10-12T09:30+09:00')).toBe(60)
  })

  it('are counted with parts of a minute', () => {
    expect(minutes('2026-11-16T10:00:00+09:00', '2026-11-16T10:00:30+09:00')).toBe(0.5)
  })

  it('are none when the end is not after the start', () => {
    expect(minutes('2026-11-16T10:00+09:00', '2026-11-16T10:00+09:00')).toBe(0)
    expect(minutes('2026-11-16T11:00+09:00', '2026-11-16T10:00+09:00')).toBe(0)
  })

  it('add up over a lunch break', () => {
    const withBreak: OpeningHours = {
      ...seoul,
      week: seoul.week.map(() => [
        [540, 720],
        [780, 1080],
      ]),
    }

    expect(minutes('2026-11-16T11:50+09:00', '2026-11-16T13:10+09:00', withBreak)).toBe(20)
  })

  it('of a round-the-clock brand follow the real length of the day', () => {
    const newYork: OpeningHours = {
      zone: 'America/New_York',
      week: Array.from({ length: 7 }, () => [[0, 1440]] as const),
      holidays: new Set(),
    }

    expect(minutes('2026-03-08T00:00-05:00', '2026-03-09T00:00-04:00', newYork)).toBe(23 * 60)
    expect(minutes('2026-11-01T00:00-04:00', '2026-11-02T00:00-05:00', newYork)).toBe(25 * 60)
  })

  it('stop being counted after two weeks', () => {
    expect(minutes('2026-08-03T09:00+09:00', '2026-12-31T00:00+09:00')).toBe(11 * 540)
  })
})

describe('a brand', () => {
  it.each([
    ['2026-11-16T08:59:59.999+09:00', false],
    ['2026-11-16T09:00+09:00', true],
    ['2026-11-16T17:59:59.999+09:00', true],
    ['2026-11-16T18:00+09:00', false],
  ])('at %s is open: %s', (instant, isOpen) => {
    expect(isOpenAt(Date.parse(instant), seoul)).toBe(isOpen)
  })

  it('is closed on a holiday', () => {
    const closed: OpeningHours = { ...seoul, holidays: new Set(['2026-11-16']) }

    expect(isOpenAt(Date.parse('2026-11-16T10:00+09:00'), closed)).toBe(false)
  })
})

function minutes(from: string, to: string, hours = seoul): number {
  return openMinutesBetween(Date.parse(from), Date.parse(to), hours)
}

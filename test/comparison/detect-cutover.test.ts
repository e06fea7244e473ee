import { describe, expect, it } from 'vitest'
import type { ChannelDay } from '../../server/comparison/detect-cutover.ts'
import { detectCutover } from '../../server/comparison/detect-cutover.ts'
import { measureRamp } from '../../server/comparison/measure-ramp.ts'
import { addDays } from '../../server/periods/day.ts'

const none: ReadonlySet<string> = new Set()

describe('the cutover day', () => {
  it('is the first day on which messaging overtakes live chat and stays ahead', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), ...times(20, 0.7)])

    expect(detectCutover(days, none)).toBe('2026-03-21')
  })

  it('is not triggered by pilot traffic', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), ...times(30, 0.2), ...times(10, 0.8)])

    expect(detectCutover(days, none)).toBe('2026-04-20')
    expect(detectCutover(days.slice(0, 50), none)).toBeNull()
  })

  it('is not a trial week after which live chat came back', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), ...times(7, 0.9), ...times(20, 0)])

    expect(detectCutover(days, none)).toBeNull()
  })

  it('needs seven days of evidence after it', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), ...times(8, 0.9)])

    expect(detectCutover(days, none)).toBe('2026-03-21')
    expect(detectCutover(days.slice(0, 27), none)).toBeNull()
  })

  it('stands when a single day swings back', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), 0.7, 0.4, ...times(20, 0.8)])

    expect(detectCutover(days, none)).toBe('2026-03-21')
  })

  it('is not moved by closed days and days without conversations', () => {
    const days = daysFrom('2026-03-01', [...times(20, 0), ...times(20, 0.9)])
    const withGap = days.map((day) => (day.day === '2026-03-20' ? { ...day, chat: 0, messaging: 0 } : day))
    const withClosed = days.map((day) =>
      day.day === '2026-03-23' ? { ...day, chat: 50, messaging: 0 } : day,
    )

    expect(detectCutover(withGap, none)).toBe('2026-03-21')
    expect(detectCutover(withClosed, new Set(['2026-03-23']))).toBe('2026-03-21')
  })

  it('does not exist for a brand that never had live chat, or never had anything', () => {
    expect(detectCutover(daysFrom('2026-03-01', times(40, 1)), none)).toBeNull()
    expect(detectCutover([], none)).toBeNull()
  })
})

describe('the end of the ramp', () => {
  it('is the first of five consecutive days with at least 90 % messaging', () => {
    const days = daysFrom('2026-03-01', [0.6, 0.95, 0.7, 0.91, 0.92, 0.95, 0.97, 0.99, 0.99])

    expect(measureRamp(days, '2026-03-01', none)).toEqual({ rampEnd: '2026-03-04', source: 'measured' })
  })

  it('does not count closed days between them', () => {
    const days = daysFrom('2026-03-01', [0.95, 0.95, 0.1, 0.95, 0.95, 0.95])

    expect(measureRamp(days, '2026-03-01', new Set(['2026-03-03']))).toEqual({
      rampEnd: '2026-03-01',
      source: 'measured',
    })
  })

  it('is assumed after 14 days while the data are too young', () => {
    const days = daysFrom('2026-03-01', [0.6, 0.7])

    expect(measureRamp(days, '2026-03-01', none)).toEqual({ rampEnd: '2026-03-15', source: 'assumed' })
    expect(measureRamp([], '2026-03-01', none)).toEqual({ rampEnd: '2026-03-15', source: 'assumed' })
  })

  it('waits as long as the ramp is seen to go on, at most 56 days', () => {
    expect(measureRamp(daysFrom('2026-03-01', times(30, 0.8)), '2026-03-01', none)).toEqual({
      rampEnd: '2026-03-31',
      source: 'assumed',
    })
    expect(measureRamp(daysFrom('2026-03-01', times(90, 0.8)), '2026-03-01', none)).toEqual({
      rampEnd: '2026-04-26',
      source: 'assumed',
    })
    expect(
      measureRamp(daysFrom('2026-03-01', [...times(70, 0.8), ...times(9, 1)]), '2026-03-01', none),
    ).toEqual({ rampEnd: '2026-04-26', source: 'measured' })
  })
})

function times(count: number, share: number): number[] {
  return new Array<number>(count).fill(share)
}

/** A hundred conversations a day with the given shares of messaging. */
function daysFrom(first: string, shares: readonly number[]): ChannelDay[] {
  return shares.map((share, i) => {
    const messaging = Math.round(share * 100)
    return { day: addDays(first, i), chat: 100 - messaging, messaging }
  })
}

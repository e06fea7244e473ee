import { describe, expect, it } from 'vitest'
import { frozenClock, shiftedClock } from '../../server/platform/clock.ts'

describe('a clock', () => {
  it('that is frozen stands still', () => {
    const clock = frozenClock('2026-11-16T09:00:00+09:00')

    expect(clock.now()).toBe(Date.parse('2026-11-16T00:00:00Z'))
    expect(clock.now()).toBe(clock.now())
    expect(frozenClock(5).now()).toBe(5)
  })

  it('that is shifted runs on from its moment at the real pace', () => {
    let real = 1000
    const clock = shiftedClock(500_000, { now: () => real })

    expect(clock.now()).toBe(500_000)
    real += 42
    expect(clock.now()).toBe(500_042)
  })
})

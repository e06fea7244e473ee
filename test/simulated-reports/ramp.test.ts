import { describe, expect, it, vi } from 'vitest'
import { rampErrors } from './ramp-errors.ts'
import { rising } from './scenarios.ts'

// Simulations take as long as the machine needs.
vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 })

describe('where messaging rises evenly over some days (20 accounts, 40 moves each)', () => {
  it.each([
    ['at once', 1, 0, 0],
    ['10 days', 10, 1, 1],
    ['28 days', 28, 3, 2],
  ])('%s: each move is found, nine in ten within so many days', (_, days, overtakenWithin, endedWithin) => {
    const { moves, overtaken, ended } = rampErrors(rising(days).plan, 20, 6)

    expect(moves).toBe(40)
    expect(overtaken).toHaveLength(40)
    expect(ended).toHaveLength(40)
    expect(shareWithin(overtaken, overtakenWithin)).toBeGreaterThanOrEqual(0.9)
    expect(shareWithin(ended, endedWithin)).toBeGreaterThanOrEqual(0.9)
  })
})

function shareWithin(errors: readonly number[], days: number): number {
  return errors.filter((error) => Math.abs(error) <= days).length / errors.length
}

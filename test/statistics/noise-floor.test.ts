import { describe, expect, it } from 'vitest'
import { noiseFloor } from '../../server/statistics/noise-floor.ts'
import { createDice } from '../support/dice.ts'
import { weekNumbers } from './simulated-weeks.ts'

const weeks = weekNumbers(-104, -1)
const level = weeks.map(() => [1])

describe('noiseFloor', () => {
  it('leaves the interval of a series without memory nearly as it is', () => {
    const dice = createDice(5)

    const floor = noiseFloor(
      level,
      weeks.map(() => dice.normal()),
      weeks,
      8,
    )

    expect(floor?.kappa).toBeLessThan(1.2)
    expect(floor?.swing).toBeGreaterThan(0.6)
    expect(floor?.swing).toBeLessThan(1.4)
  })

  it('widens the interval of a series that wanders slowly', () => {
    const wave = weeks.map((week) => Math.sin((2 * Math.PI * week) / 20))

    expect(noiseFloor(level, wave, weeks, 8)?.kappa).toBeGreaterThan(3)
  })

  it('never makes the interval narrower', () => {
    const zigzag = weeks.map((week) => (week % 2 === 0 ? 1 : -1))

    const floor = noiseFloor(level, zigzag, weeks, 8)

    expect(floor?.kappa).toBe(1)
    expect(floor?.swing).toBeCloseTo(0, 12)
  })

  it('is unknown with fewer than 40 weeks', () => {
    expect(noiseFloor(level.slice(0, 39), weeks.slice(0, 39), weeks.slice(0, 39), 8)).toBe(null)
    expect(noiseFloor(level.slice(0, 40), weeks.slice(0, 40), weeks.slice(0, 40), 8)).not.toBe(null)
  })

  it('does not stretch a series that never varies', () => {
    const floor = noiseFloor(
      level,
      weeks.map(() => 4.2),
      weeks,
      8,
    )

    expect(floor?.kappa).toBe(1)
    expect(floor?.swing).toBeCloseTo(0, 10)
  })

  it('bears a missing week now and then', () => {
    const dice = createDice(6)
    const some = weeks.filter((week) => week % 13 !== 0)

    const floor = noiseFloor(
      some.map(() => [1]),
      some.map(() => dice.normal()),
      some,
      8,
    )

    expect(floor?.kappa).toBeLessThan(1.3)
  })
})

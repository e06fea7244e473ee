import { describe, expect, it } from 'vitest'
import { gapSeries } from '../../server/statistics/gap-series.ts'
import { interruptedSeries } from '../../server/statistics/interrupted-series.ts'
import type { Interval } from '../../server/statistics/interval.ts'
import { leastSquares } from '../../server/statistics/least-squares.ts'
import { studentTQuantile } from '../../server/statistics/student-t.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'
import { brandWeeks, commonMovement, weekNumbers, yearlyWave } from './simulated-weeks.ts'

const RUNS = 300
const TREND = 0.003

describe('coverage of the 95 % intervals when the move changed nothing (300 runs, error about 1.3 points)', () => {
  it('gap to two brands that had not moved, 20 weeks before and 10 after', () => {
    const share = coverage((dice) => {
      const movement = commonMovement(dice, -20, 11)
      const [treated, second, third] = [0, 1, 2].map(() => brandWeeks(dice, -20, 11, movement))
      return effectOf(
        gapSeries({
          weeks: weekNumbers(-20, 11),
          treated,
          controls: [
            { id: 2, values: second },
            { id: 3, values: third },
          ],
          firstAfter: 2,
          horizon: 10,
        }),
      )
    })

    expectBetween(share, 0.92, 1)
  })

  it('own line through 13 weeks, 6 after, under a yearly wave and a trend', () => {
    expectBetween(
      coverage((dice) => interruptedUnderSeason(dice, -13, 7)),
      0.92,
      1,
    )
  })

  it('own trend and yearly wave over 52 weeks, 8 after', () => {
    expectBetween(
      coverage((dice) => interruptedUnderSeason(dice, -52, 9)),
      0.92,
      1,
    )
  })

  it('the same when the level wanders slowly by 6 %, thanks to the noise floor', () => {
    const share = coverage((dice) => {
      const wave = yearlyWave(dice)
      const drift = slowDrift(dice, -52, 9)
      const values = brandWeeks(dice, -52, 9, (week) => wave(week) + drift(week))
      return effectOf(interruptedSeries({ weeks: weekNumbers(-52, 9), values, firstAfter: 2 }))
    })

    expectBetween(share, 0.92, 1)
  })

  it('a plain comparison of before and after misses far too often under a yearly wave', () => {
    const share = coverage((dice) => {
      const values = seasonalWeeks(dice, -12, 13)
      return plainDifference(values.slice(0, 12), values.slice(14))
    })

    expect(share).toBeLessThan(0.85)
  })

  it('a straight line through a year, errors taken for independent, misses more than half the time', () => {
    const share = coverage((dice) => {
      const weeks = weekNumbers(-52, 13).filter((week) => week < 0 || week > 1)
      const values = seasonalWeeks(dice, -52, 13)
      return ordinaryStep(
        weeks,
        weeks.map((week) => values[week + 52]),
      )
    })

    expect(share).toBeLessThan(0.7)
  })
})

function coverage(makeInterval: (dice: Dice) => Interval): number {
  const dice = createDice(20)
  let covered = 0
  for (let run = 0; run < RUNS; run++) {
    const { low, high } = makeInterval(dice)
    if (low <= 0 && high >= 0) covered++
  }
  return covered / RUNS
}

function interruptedUnderSeason(dice: Dice, from: number, to: number): Interval {
  return effectOf(
    interruptedSeries({ weeks: weekNumbers(from, to), values: seasonalWeeks(dice, from, to), firstAfter: 2 }),
  )
}

function seasonalWeeks(dice: Dice, from: number, to: number): number[] {
  const wave = yearlyWave(dice)
  return brandWeeks(dice, from, to, (week) => wave(week) + TREND * week)
}

/** Sd 6 %, carried over from week to week by 0.6. */
function slowDrift(dice: Dice, from: number, to: number): (week: number) => number {
  let drift = 0.06 * dice.normal()
  const byWeek = weekNumbers(from, to).map(() => (drift = 0.6 * drift + 0.8 * 0.06 * dice.normal()))
  return (week) => byWeek[week - from]
}

function effectOf(answer: { effect: Interval } | null): Interval {
  if (answer === null) throw new Error('the simulated weeks are too few')
  return answer.effect
}

function plainDifference(before: number[], after: number[]): Interval {
  const [first, second] = [before, after].map((values) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
    return { mean, variance: squares / (values.length - 1) / values.length }
  })
  const estimate = second.mean - first.mean
  const half = studentTQuantile(0.975, before.length - 1) * Math.sqrt(first.variance + second.variance)
  return { estimate, low: estimate - half, high: estimate + half }
}

function ordinaryStep(weeks: number[], values: number[]): Interval {
  const design = weeks.map((week) => [1, week < 0 ? 0 : 1, week])
  const { coefficients, residualSquares, contrastLength } = leastSquares(design, values, [0, 1, 0])
  const degrees = weeks.length - 3
  const half = studentTQuantile(0.975, degrees) * Math.sqrt(residualSquares / degrees) * contrastLength
  return { estimate: coefficients[1], low: coefficients[1] - half, high: coefficients[1] + half }
}

function expectBetween(value: number, least: number, most: number): void {
  expect(value).toBeGreaterThanOrEqual(least)
  expect(value).toBeLessThanOrEqual(most)
}

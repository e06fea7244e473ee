import { describe, expect, it } from 'vitest'
import { countWindow } from '../../server/statistics/count-window.ts'
import type { Interval } from '../../server/statistics/interval.ts'
import { quantileWindow } from '../../server/statistics/quantile-window.ts'
import { rateWindow } from '../../server/statistics/rate-window.ts'
import { benjaminiHochberg } from '../../server/statistics/benjamini-hochberg.ts'
import { ar1Marginal, decliningPrior } from '../../server/statistics/ar1-marginal.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'

/** Eight weeks a side with day shocks that repeat from day to day; the true effect is 0. */
const RUNS = 500
const WEEKS = 8
const PER_DAY = 40

describe('coverage of the 95 % intervals under day shocks (500 runs, error about 1 point)', () => {
  it('medians', () => expectCoverage((dice) => quantileWindow(durations(dice), durations(dice), 0.5)))
  it('90 % quantiles', () => expectCoverage((dice) => quantileWindow(durations(dice), durations(dice), 0.9)))
  it('rates', () => expectCoverage((dice) => rateWindow(rates(dice), rates(dice))))
  it('volumes', () => expectCoverage((dice) => countWindow(volumes(dice), volumes(dice))))

  it('an interval that takes conversations for independent would miss far too often', () => {
    const dice = createDice(7)
    let covered = 0
    for (let run = 0; run < RUNS; run++) {
      const [before, after] = [rates(dice, 400), rates(dice, 400)].map(pooled)
      const error = Math.sqrt(
        (before.share * (1 - before.share)) / before.count + (after.share * (1 - after.share)) / after.count,
      )
      if (Math.abs(after.share - before.share) <= 1.96 * error) covered++
    }

    expect(covered / RUNS).toBeLessThan(0.7)
  })

  it('no figure of a report is called when none changed', () => {
    const dice = createDice(11)
    let reportsWithFalseCall = 0
    for (let report = 0; report < 40; report++) {
      const pValues = Array.from({ length: 8 }, () => levelShiftOf([...volumes(dice), ...volumes(dice)]))
      if (benjaminiHochberg(pValues).some((value) => value < 0.05)) reportsWithFalseCall++
    }

    expect(reportsWithFalseCall).toBeLessThanOrEqual(2)
  })
})

function expectCoverage(makeInterval: (dice: Dice) => Interval): void {
  const dice = createDice(42)
  let covered = 0
  for (let run = 0; run < RUNS; run++) {
    const { low, high } = makeInterval(dice)
    if (low <= 0 && high >= 0) covered++
  }
  expect(covered / RUNS).toBeGreaterThanOrEqual(0.915)
  expect(covered / RUNS).toBeLessThanOrEqual(0.99)
}

/** A shock per day that carries over to the next by 0.3. */
function dayShocks(dice: Dice, deviation: number): number[][] {
  let shock = dice.normal() * deviation
  return Array.from({ length: WEEKS }, () =>
    Array.from({ length: 7 }, () => {
      shock = 0.3 * shock + Math.sqrt(1 - 0.09) * deviation * dice.normal()
      return shock
    }),
  )
}

function durations(dice: Dice): number[][] {
  return dayShocks(dice, 0.25).map((week) =>
    week.flatMap((shock) =>
      Array.from({ length: PER_DAY }, () => {
        const noise = dice.uniform() < 0.9 ? dice.normal() : 1 + 1.5 * dice.normal()
        return Math.exp(Math.log(90) + shock + noise)
      }),
    ),
  )
}

function rates(dice: Dice, perDay = PER_DAY): { numerator: number; denominator: number }[] {
  return dayShocks(dice, 0.35).map((week) => {
    let numerator = 0
    for (const shock of week) {
      const share = 1 / (1 + Math.exp(-(Math.log(0.35 / 0.65) + shock)))
      for (let i = 0; i < perDay; i++) if (dice.uniform() < share) numerator++
    }
    return { numerator, denominator: perDay * 7 }
  })
}

function volumes(dice: Dice): number[] {
  return dayShocks(dice, 0.12).map((week) =>
    week.reduce((sum, shock) => sum + dice.poisson(PER_DAY * Math.exp(shock)), 0),
  )
}

function pooled(weeks: { numerator: number; denominator: number }[]): { share: number; count: number } {
  const count = weeks.reduce((sum, week) => sum + week.denominator, 0)
  return { share: weeks.reduce((sum, week) => sum + week.numerator, 0) / count, count }
}

function levelShiftOf(totals: number[]): number {
  return ar1Marginal({
    design: totals.map((_, i) => [1, i < WEEKS ? 0 : 1]),
    response: totals.map((total) => Math.log(total + 0.5)),
    weeks: totals.map((_, i) => (i < WEEKS ? i : i + 2)),
    contrast: [0, 1],
    prior: decliningPrior,
  }).p
}

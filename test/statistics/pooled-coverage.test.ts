import { describe, expect, it } from 'vitest'
import type { DesignWeight } from '../../server/statistics/design-correlation.ts'
import { gapSeries } from '../../server/statistics/gap-series.ts'
import type { BrandEffect } from '../../server/statistics/pool-effects.ts'
import { poolEffects } from '../../server/statistics/pool-effects.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'
import { brandWeeks, commonMovement, weekNumbers } from './simulated-weeks.ts'

const RUNS = 200
const LAST_WEEK = 52
const WEEKS_BEFORE = 20
const HORIZON = 10
/** Six brands move, three weeks apart, each with an effect of its own; two never do. */
const MOVES = [
  { brand: 1, week: 22, effect: -0.3 },
  { brand: 2, week: 25, effect: -0.2 },
  { brand: 3, week: 28, effect: -0.1 },
  { brand: 4, week: 31, effect: 0 },
  { brand: 5, week: 34, effect: 0 },
  { brand: 6, week: 37, effect: 0.1 },
]
const MEAN_EFFECT = -0.5 / 6

describe('coverage of the pooled effect of brands that share two controls (200 runs, error about 1.5 points)', () => {
  it('holds the mean of unequal effects, more often than if the brands were taken for independent', () => {
    const dice = createDice(31)
    let held = 0
    let heldAsIndependent = 0
    for (let run = 0; run < RUNS; run++) {
      const effects = brandEffects(dice)
      if (holdsMean(effects)) held++
      if (holdsMean(effects.map(withoutSharing))) heldAsIndependent++
    }

    expect(held / RUNS).toBeGreaterThanOrEqual(0.92)
    expect(heldAsIndependent / RUNS).toBeLessThan(held / RUNS)
  })
})

function brandEffects(dice: Dice): BrandEffect[] {
  const movement = commonMovement(dice, 0, LAST_WEEK)
  const controls = [7, 8].map((id) => ({ id, values: brandWeeks(dice, 0, LAST_WEEK, movement) }))
  return MOVES.map(({ brand, week, effect }) => {
    const treated = brandWeeks(dice, 0, LAST_WEEK, movement).map((value, i) =>
      i >= week ? value + effect : value,
    )
    return effectOf(brand, week, treated, controls)
  })
}

function effectOf(
  brand: number,
  movedIn: number,
  treated: readonly number[],
  controls: readonly { id: number; values: number[] }[],
): BrandEffect {
  const first = movedIn - WEEKS_BEFORE
  const last = movedIn + 1 + HORIZON
  const answer = gapSeries({
    weeks: weekNumbers(-WEEKS_BEFORE, HORIZON + 1),
    treated: treated.slice(first, last + 1),
    controls: controls.map(({ id, values }) => ({ id, values: values.slice(first, last + 1) })),
    firstAfter: 2,
    horizon: HORIZON,
  })
  if (answer === null) throw new Error('an answer was expected')
  return {
    estimate: answer.effect.estimate,
    standardError: answer.effect.standardError,
    weights: answer.weights.map(({ series, week, weight }) => ({
      series: series === 'treated' ? brand : series,
      day: (movedIn + week) * 7,
      weight,
    })),
  }
}

/** The same estimate as if its controls were nobody else's. */
function withoutSharing(effect: BrandEffect, place: number): BrandEffect {
  const weights: DesignWeight[] = effect.weights.map((one) => ({ ...one, series: `${place} ${one.series}` }))
  return { ...effect, weights }
}

function holdsMean(effects: readonly BrandEffect[]): boolean {
  const { low, high } = poolEffects(effects)
  return low <= MEAN_EFFECT && MEAN_EFFECT <= high
}

import { describe, expect, it } from 'vitest'
import type { Heterogeneity } from '../../server/statistics/heterogeneity.ts'
import { heterogeneity } from '../../server/statistics/heterogeneity.ts'
import { createDice } from '../support/dice.ts'

/**
 * Thirteen trials of the BCG vaccine (Colditz et al. 1994, JAMA 271:698): cases and others with and without it.
 * The metafor package for R publishes them as dat.bcg, with Q(12) = 152.2330 and, by Paule and Mandel, τ² = 0.3181.
 */
const bcgTrials: [number, number, number, number][] = [
  [4, 119, 11, 128],
  [6, 300, 29, 274],
  [3, 228, 11, 209],
  [62, 13536, 248, 12619],
  [33, 5036, 47, 5761],
  [180, 1361, 372, 1079],
  [8, 2537, 10, 619],
  [505, 87886, 499, 87892],
  [29, 7470, 45, 7232],
  [17, 1699, 65, 1600],
  [186, 50448, 141, 27197],
  [5, 2493, 3, 2338],
  [27, 16886, 29, 17825],
]

describe('heterogeneity', () => {
  it('finds the published spread of the trials of the BCG vaccine', () => {
    const answer = heterogeneity(bcgTrials.map(logRiskRatio))

    expect(answer?.q).toBeCloseTo(152.233, 4)
    expect(answer?.degreesOfFreedom).toBe(12)
    expect(answer?.tauSquared).toBeCloseTo(0.3181, 4)
    expect(answer?.iSquared).toBeCloseTo(0.9212, 4)
    expect(answer?.furtherBrand?.estimate).toBeCloseTo(-0.715, 3)
    // −0.71497 ± 2.20099 · √(0.318068 + 0.180892²)
    expect(answer?.furtherBrand?.low).toBeCloseTo(-2.01856, 4)
    expect(answer?.furtherBrand?.high).toBeCloseTo(0.58862, 4)
  })

  it('with equal errors the variance between brands is what the errors leave unexplained', () => {
    const answer = heterogeneity([0, 2, 4].map((estimate) => ({ estimate, standardError: 1 })))

    // The sample variance 4, less the error variance 1.
    expect(answer?.tauSquared).toBeCloseTo(3, 10)
    expect(answer?.q).toBeCloseTo(8, 12)
    expect(answer?.iSquared).toBeCloseTo(0.75, 12)
  })

  it('is none where brands differ less than their errors', () => {
    const answer = heterogeneity([0.9, 1, 1.1, 1, 1].map((estimate) => ({ estimate, standardError: 1 })))

    expect(answer?.tauSquared).toBe(0)
    expect(answer?.iSquared).toBe(0)
    // 1 ± t(0.975, 3) · √(1/5)
    expect(answer?.furtherBrand?.low).toBeCloseTo(1 - 3.182446305284263 * Math.sqrt(0.2), 10)
    expect(answer?.furtherBrand?.high).toBeCloseTo(1 + 3.182446305284263 * Math.sqrt(0.2), 10)
  })

  it('does not take errors in common for brands that are alike', () => {
    const effects = [0, 2, 4].map((estimate) => ({ estimate, standardError: 1 }))
    const half = effects.map((_, i) => effects.map((__, j) => (i === j ? 1 : 0.5)))

    const answer = heterogeneity(effects, half)

    // Half of each error's variance is shared and moves no brand away from another: 8 ÷ 0.5, and 4 − 0.5.
    expect(answer?.q).toBeCloseTo(16, 10)
    expect(answer?.tauSquared).toBeCloseTo(3.5, 10)
  })

  it('is less sure of a further brand where errors are in common', () => {
    const effects = [0.9, 1, 1.1, 1, 1].map((estimate) => ({ estimate, standardError: 1 }))
    const half = effects.map((_, i) => effects.map((__, j) => (i === j ? 1 : 0.5)))

    // The mean of five: 0.5 that is shared and 0.5 ÷ 5 that is not.
    expect(heterogeneity(effects, half)?.furtherBrand?.high).toBeCloseTo(
      1 + 3.182446305284263 * Math.sqrt(0.6),
      10,
    )
  })

  it('stands effects that err exactly alike', () => {
    const effects = [1, 1, 2, 3, 4].map((estimate) => ({ estimate, standardError: 0.5 }))
    const correlation = effects.map((_, i) => effects.map((__, j) => (i === j || i + j === 1 ? 1 : 0)))

    const answer = heterogeneity(effects, correlation)

    expect(answer?.tauSquared).toBeGreaterThan(0)
    expect(Number.isFinite(answer?.furtherBrand?.low)).toBe(true)
  })

  it('holds a further brand where controls are shared; taken for independent it would be missed too often', () => {
    const dice = createDice(23)
    const brands = 8
    const correlation = Array.from({ length: brands }, (_, i) =>
      Array.from({ length: brands }, (__, j) => (i === j ? 1 : 0.4)),
    )
    let held = 0
    let heldAsIndependent = 0
    for (let run = 0; run < 400; run++) {
      const shared = Math.sqrt(0.4) * dice.normal()
      const effects = Array.from({ length: brands }, () => ({
        estimate: 0.1 * dice.normal() + 0.1 * (shared + Math.sqrt(0.6) * dice.normal()),
        standardError: 0.1,
      }))
      const further = 0.1 * dice.normal()
      if (holds(heterogeneity(effects, correlation), further)) held++
      if (holds(heterogeneity(effects), further)) heldAsIndependent++
    }

    expect(held / 400).toBeGreaterThan(0.91)
    expect(heldAsIndependent / 400).toBeLessThan(0.87)
  })

  it('is none, not undefined, where all effects are the same', () => {
    expect(heterogeneity([1, 1, 1].map((estimate) => ({ estimate, standardError: 1 })))).toMatchObject({
      q: 0,
      tauSquared: 0,
      iSquared: 0,
    })
  })

  it('says nothing below three brands, and nothing about a further one below five', () => {
    const effects = [0, 2, 4, 1].map((estimate) => ({ estimate, standardError: 1 }))

    expect(heterogeneity(effects.slice(0, 2))).toBeNull()
    expect(heterogeneity(effects)?.furtherBrand).toBeNull()
  })
})

function logRiskRatio([ill, well, illWithout, wellWithout]: [number, number, number, number]) {
  const all = ill + well
  const allWithout = illWithout + wellWithout
  return {
    estimate: Math.log(ill / all / (illWithout / allWithout)),
    standardError: Math.sqrt(1 / ill - 1 / all + 1 / illWithout - 1 / allWithout),
  }
}

function holds(answer: Heterogeneity | null, effect: number): boolean {
  const interval = answer?.furtherBrand
  return Boolean(interval && interval.low <= effect && effect <= interval.high)
}

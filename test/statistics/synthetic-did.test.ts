import { describe, expect, it } from 'vitest'
import { simplexWeights } from '../../server/statistics/simplex-weights.ts'
import { syntheticDid } from '../../server/statistics/synthetic-did.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'

describe('simplexWeights', () => {
  it('finds the mixture that there is', () => {
    const weights = simplexWeights(
      [
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ],
      [0.2, 0.3, 0.5],
      1e-12,
    )

    expect(weights.map((weight) => Number(weight.toFixed(9)))).toEqual([0.2, 0.3, 0.5])
  })

  it('takes the nearest corner where the target lies outside', () => {
    expect(simplexWeights([[0], [1], [2]], [5], 1e-9)[2]).toBeCloseTo(1, 12)
  })

  it('spreads the weights evenly under a heavy penalty', () => {
    for (const weight of simplexWeights([[0], [1], [2], [9]], [5], 1e9)) expect(weight).toBeCloseTo(0.25, 6)
  })

  it('meets the conditions of an optimum: equal slopes where a weight is used, steeper ones where it is not', () => {
    const dice = createDice(5)
    for (let run = 0; run < 200; run++) {
      const rows = 2 + Math.floor(dice.uniform() * 20)
      const columns = Array.from({ length: 2 + Math.floor(dice.uniform() * 30) }, () => normals(dice, rows))
      const target = normals(dice, rows)
      const ridge = 10 ** (-6 + 8 * dice.uniform())

      const weights = simplexWeights(columns, target, ridge)

      const miss = target.map((value, row) =>
        columns.reduce((sum, one, i) => sum + weights[i] * one[row], -value),
      )
      const slopes = columns.map(
        (column, i) => column.reduce((sum, value, row) => sum + value * miss[row], 0) + ridge * weights[i],
      )
      const level = Math.min(...slopes)
      expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 10)
      weights.forEach((weight, i) => {
        expect(weight).toBeGreaterThanOrEqual(0)
        if (weight > 0) expect(Math.abs(slopes[i] - level)).toBeLessThan(1e-8 * (1 + ridge))
      })
    }
  })

  it('requires a column and a penalty', () => {
    expect(() => simplexWeights([], [1], 1)).toThrow('simplexWeights requires at least one column')
    expect(() => simplexWeights([[1]], [1], 0)).toThrow('simplexWeights requires a ridge above 0')
  })
})

describe('syntheticDid', () => {
  it('finds the effect exactly where series differ by a constant and share their weeks', () => {
    const weeks = Array.from({ length: 30 }, (_, week) => Math.sin(week * 1.3) + 0.05 * week)
    const controls = [0, 1, -2, 4, 3].map((level) => weeks.map((value) => level + value))
    const treated = weeks.map((value, week) => 7 + value + (week >= 20 ? -0.4 : 0))

    const answer = syntheticDid(treated, controls, 20)

    expect(answer.estimate).toBeCloseTo(-0.4, 10)
    for (const weight of answer.unitWeights) expect(weight).toBeCloseTo(0.2, 6)
  })

  it('is the plain difference-in-differences where no control and no week stands out', () => {
    // Weeks alternate alike for all controls, so every mixture of them is as good as any other.
    const controls = Array.from({ length: 4 }, () => [1, 2, 1, 2, 1, 2, 1, 2])
    const treated = [5, 5, 5, 5, 5, 5, 6, 8]

    const { unitWeights, estimate } = syntheticDid(treated, controls, 6)

    for (const weight of unitWeights) expect(weight).toBeCloseTo(0.25, 9)
    // Treated: 7 − 5. Controls: 1.5 − 1.5.
    expect(estimate).toBeCloseTo(2, 9)
  })

  it('leans on the controls that move like the treated series, where common factors pull brands apart', () => {
    const dice = createDice(9)
    let plainMisses = 0
    let misses = 0
    for (let run = 0; run < 20; run++) {
      const season = Array.from({ length: 36 }, (_, week) => Math.sin(week / 20))
      const trend = Array.from({ length: 36 }, (_, week) => week / 36)
      const series = (toSeason: number, toTrend: number) =>
        season.map((value, week) => toSeason * value + toTrend * trend[week] + 0.02 * dice.normal())
      const controls = Array.from({ length: 12 }, (_, i) => series(i % 4, i < 6 ? 0 : 2))
      const treated = series(2.5, 1.9).map((value, week) => (week >= 26 ? value + 0.3 : value))

      misses += Math.abs(syntheticDid(treated, controls, 26).estimate - 0.3)
      plainMisses += Math.abs(plain(treated, controls, 26) - 0.3)
    }

    expect(misses / 20).toBeLessThan(0.06)
    expect(plainMisses / 20).toBeGreaterThan(0.3)
  })

  it('moves by exactly what is added to the weeks after, and not by what is added to all series', () => {
    const dice = createDice(3)
    const controls = Array.from({ length: 6 }, () => normals(dice, 30))
    const treated = normals(dice, 30)
    const common = normals(dice, 30)
    const { estimate } = syntheticDid(treated, controls, 20)

    const lifted = treated.map((value, week) => (week >= 20 ? value + 1.5 : value))
    expect(syntheticDid(lifted, controls, 20).estimate).toBeCloseTo(estimate + 1.5, 10)
    const scaled = controls.map((control) => control.map((value) => value / 1000))
    expect(
      syntheticDid(
        treated.map((value) => value / 1000),
        scaled,
        20,
      ).estimate,
    ).toBeCloseTo(estimate / 1000, 8)
    const together = (series: number[]) => series.map((value, week) => value + 0.001 * common[week])
    expect(syntheticDid(together(treated), controls.map(together), 20).estimate).toBeCloseTo(estimate, 1)
  })

  it('gives weights that add up to 1', () => {
    const dice = createDice(4)
    const { unitWeights, timeWeights } = syntheticDid(
      normals(dice, 30),
      Array.from({ length: 6 }, () => normals(dice, 30)),
      20,
    )

    expect(unitWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(timeWeights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12)
    expect(timeWeights).toHaveLength(20)
  })

  it('requires controls, weeks and variation', () => {
    const flat = [1, 1, 1, 1, 1]

    expect(() => syntheticDid(flat, [flat], 4)).toThrow('syntheticDid requires two controls')
    expect(() => syntheticDid(flat, [flat, [1]], 4)).toThrow('syntheticDid requires series of equal length')
    expect(() => syntheticDid(flat, [flat, flat], 4)).toThrow(
      'syntheticDid requires controls that vary from week to week',
    )
  })
})

function normals(dice: Dice, count: number): number[] {
  return Array.from({ length: count }, () => dice.normal())
}

function plain(treated: number[], controls: number[][], weeksBefore: number): number {
  const change = (series: number[]) => mean(series.slice(weeksBefore)) - mean(series.slice(0, weeksBefore))
  return change(treated) - mean(controls.map(change))
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

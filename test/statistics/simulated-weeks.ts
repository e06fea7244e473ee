import type { Dice } from '../support/dice.ts'

export type CommonMovement = (week: number) => number

/** A yearly wave of 10 %, a trend of 0.3 % a week and a shock that carries over from week to week by 0.6. */
export function commonMovement(dice: Dice, from: number, to: number): CommonMovement {
  const season = yearlyWave(dice)
  const byWeek = new Map<number, number>()
  let shock = 0.08 * dice.normal()
  for (let week = from; week <= to; week++) {
    shock = 0.6 * shock + 0.8 * 0.08 * dice.normal()
    byWeek.set(week, season(week) + 0.003 * week + shock)
  }
  return (week) => byWeek.get(week) ?? 0
}

/** A wave of 10 % up and down over the year, its phase by chance. */
export function yearlyWave(dice: Dice): CommonMovement {
  const phase = 2 * Math.PI * dice.uniform()
  return (week) => 0.1 * Math.sin((2 * Math.PI * week) / 52.18 + phase)
}

/** Logarithms of a brand's weekly median at 80 conversations a day: day shocks that carry over by 0.3, and noise. */
export function brandWeeks(dice: Dice, from: number, to: number, movement: CommonMovement): number[] {
  let shock = 0.25 * dice.normal()
  const values: number[] = []
  for (let week = from; week <= to; week++) {
    let sum = 0
    for (let day = 0; day < 7; day++) {
      shock = 0.3 * shock + Math.sqrt(1 - 0.09) * 0.25 * dice.normal()
      sum += shock + (1.2 * dice.normal()) / Math.sqrt(80)
    }
    values.push(Math.log(90) + sum / 7 + movement(week))
  }
  return values
}

export function weekNumbers(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i)
}

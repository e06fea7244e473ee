import type { Day } from '../../periods/day.ts'
import type { StratumCell } from '../../statistics/standardised-arm.ts'
import type { DayWeights } from '../sample-weights.ts'
import type { BrandMix } from './brand-mix.ts'

/** What some days hold of a rate, one cell per stratum. */
export function cellsOver(mix: BrandMix, days: readonly Day[]): StratumCell[] {
  const cells = mix.weights.map(() => ({ numerator: 0, denominator: 0 }))
  const { kinds, n, numerator, from, to } = mix.countsOver(days)
  for (let i = from; i < to; i++) {
    const place = mix.placeOf[kinds[i]]
    if (place < 0) continue
    cells[place].numerator += numerator[i]
    cells[place].denominator += n[i]
  }
  return cells
}

/** What some days hold of a duration, one list per stratum; Infinity for those that have not ended. */
export function durationsOver(mix: BrandMix, days: readonly Day[]): number[][] {
  const lists: number[][] = mix.weights.map(() => [])
  const { seconds, kinds, starts, ends } = mix.durationsOver(days)
  starts.forEach((start, stretch) => {
    for (let i = start; i < ends[stretch]; i++) {
      const place = mix.placeOf[kinds[i]]
      if (place >= 0) lists[place].push(seconds[i])
    }
  })
  return lists
}

/** `cellsOver` where a conversation of some days stands for more than one of others. */
export function weightedCellsOver(
  mix: BrandMix,
  days: readonly Day[],
  weightOf: DayWeights,
): Required<StratumCell>[] {
  const cells = mix.weights.map(() => ({ numerator: 0, denominator: 0, squares: 0 }))
  for (const day of days) {
    const weight = weightOf(day)
    cellsOver(mix, [day]).forEach(({ numerator, denominator }, place) => {
      cells[place].numerator += weight * numerator
      cells[place].denominator += weight * denominator
      cells[place].squares += weight ** 2 * denominator
    })
  }
  return cells
}

/** How many conversations each duration of `durationsOver` stands for. */
export function caseWeightsOver(mix: BrandMix, days: readonly Day[], weightOf: DayWeights): number[][] {
  const lists: number[][] = mix.weights.map(() => [])
  for (const day of days) {
    const weight = weightOf(day)
    durationsOver(mix, [day]).forEach((list, place) => list.forEach(() => lists[place].push(weight)))
  }
  return lists
}

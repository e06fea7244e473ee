import type { Day } from '../../periods/day.ts'
import type { StratumCell } from '../../statistics/standardised-arm.ts'
import type { BrandMix } from './brand-mix.ts'

/** What some days hold of a rate, one cell per stratum. */
export function cellsOver(mix: BrandMix, days: readonly Day[]): StratumCell[] {
  const cells = mix.weights.map(() => ({ numerator: 0, denominator: 0 }))
  const { kinds, n, numerator } = mix.over(days)
  for (let i = 0; i < kinds.length; i++) {
    const place = mix.placeOf(kinds[i])
    if (place < 0) continue
    cells[place].numerator += numerator[i]
    cells[place].denominator += n[i]
  }
  return cells
}

/** What some days hold of a duration, one list per stratum; Infinity for those that have not ended. */
export function durationsOver(mix: BrandMix, days: readonly Day[]): number[][] {
  const lists: number[][] = mix.weights.map(() => [])
  const { seconds, places } = placedDurations(mix, days)
  for (let i = 0; i < seconds.length; i++) if (places[i] >= 0) lists[places[i]].push(seconds[i])
  return lists
}

/** The same in ascending order, with the stratum of each; below 0 for those without a counterpart. */
export function placedDurations(
  mix: BrandMix,
  days: readonly Day[],
): { seconds: Float64Array; places: Int32Array } {
  const { durations } = mix.over(days)
  if (durations === null) return { seconds: new Float64Array(0), places: new Int32Array(0) }
  const places = new Int32Array(durations.kinds.length)
  for (let i = 0; i < places.length; i++) places[i] = mix.placeOf(durations.kinds[i])
  return { seconds: durations.seconds, places }
}

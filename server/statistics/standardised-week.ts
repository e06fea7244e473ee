import type { StratumCell } from './standardised-arm.ts'
import { standardisedSample } from './standardised-quantile.ts'
import { weightedQuantile } from './weighted-quantile.ts'

export type StandardisedWeek = {
  value: number
  /** Weight of the strata of which the week holds nothing; the others stand in for them. */
  missingWeight: number
  /** So much is missing that the week's value hardly stands for the mix. */
  isIncomplete: boolean
}

const MOST_MISSING = 0.1

/**
 * A week's rate as if its conversations had been mixed as the weights say.
 * @param cells one per stratum
 * @returns null for a week without conversations
 * @example standardisedWeekRate([{ numerator: 1, denominator: 2 }, { numerator: 0, denominator: 4 }], [0.6, 0.4])?.value // 0.3
 */
export function standardisedWeekRate(
  cells: readonly StratumCell[],
  weights: readonly number[],
): StandardisedWeek | null {
  return overHeldStrata(
    weights,
    (place) => cells[place].denominator > 0,
    (held) =>
      held.reduce(
        (sum, { place, weight }) => sum + (weight * cells[place].numerator) / cells[place].denominator,
        0,
      ),
  )
}

/**
 * A week's quantile as if its conversations had been mixed as the weights say; infinite where it lies among durations
 * that have not ended.
 * @param durations one list per stratum
 * @returns null for a week without conversations
 */
export function standardisedWeekQuantile(
  durations: readonly ArrayLike<number>[],
  weights: readonly number[],
  probability: number,
): StandardisedWeek | null {
  return overHeldStrata(
    weights,
    (place) => durations[place].length > 0,
    (held) => {
      const week = held.map(({ place }) => durations[place])
      const sample = standardisedSample(
        [week],
        held.map(({ weight }) => weight),
      )
      return weightedQuantile(sample, probability)
    },
  )
}

type Held = { place: number; weight: number }

function overHeldStrata(
  weights: readonly number[],
  isHeld: (place: number) => boolean,
  valueOf: (held: readonly Held[]) => number,
): StandardisedWeek | null {
  const held = weights.map((weight, place) => ({ place, weight })).filter(({ place }) => isHeld(place))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  const heldWeight = held.reduce((sum, { weight }) => sum + weight, 0)
  if (!(heldWeight > 0)) return null
  const missingWeight = 1 - heldWeight / all
  return {
    value: valueOf(held.map(({ place, weight }) => ({ place, weight: weight / heldWeight }))),
    missingWeight,
    isIncomplete: isIncomplete(missingWeight),
  }
}

/** Whether so much is missing that a week's value hardly stands for the mix. */
export function isIncomplete(missingWeight: number): boolean {
  return missingWeight > MOST_MISSING
}

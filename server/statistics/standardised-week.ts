import type { StratumCell } from './standardised-arm.ts'
import { standardisedSample } from './standardised-quantile.ts'
import { weighAscending, weightedQuantile } from './weighted-quantile.ts'

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

/**
 * The same of durations that are in order already, with the stratum each is of: below 0 where it counts for none.
 * @returns null for a week without conversations
 */
export function standardisedAscendingQuantile(
  ascending: ArrayLike<number>,
  places: ArrayLike<number>,
  weights: readonly number[],
  probability: number,
): StandardisedWeek | null {
  const counts = weights.map(() => 0)
  let counted = 0
  for (let i = 0; i < places.length; i++) {
    if (places[i] < 0) continue
    counts[places[i]]++
    counted++
  }
  return overHeldStrata(
    weights,
    (place) => counts[place] > 0,
    (held) => {
      const weightOf = weights.map(() => 0)
      for (const { place, weight } of held) weightOf[place] = weight / counts[place]
      const values = new Float64Array(counted)
      const ofValue = new Float64Array(counted)
      for (let i = 0, next = 0; i < places.length; i++) {
        if (places[i] < 0) continue
        values[next] = ascending[i]
        ofValue[next++] = weightOf[places[i]]
      }
      orderTies(values, ofValue)
      return weightedQuantile(weighAscending(values, ofValue), probability)
    },
  )
}

/** Of equal values the lighter ones first, so that the sum does not depend on the order in which they came. */
function orderTies(values: Float64Array, weights: Float64Array): void {
  for (let first = 0; first < values.length;) {
    let end = first + 1
    while (end < values.length && values[end] === values[first]) end++
    if (end - first > 1) weights.subarray(first, end).sort()
    first = end
  }
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
    isIncomplete: missingWeight > MOST_MISSING,
  }
}

import type { StandardisedWeek } from './standardised-week.ts'
import { isIncomplete } from './standardised-week.ts'
import type { KindDurations } from './weighted-quantile-of-kinds.ts'
import { weightedQuantileOfKinds } from './weighted-quantile-of-kinds.ts'

/** What a week holds of each kind of conversation, a stretch of longer lists; kinds are numbers from 0. */
export type KindCounts = {
  kinds: Uint32Array
  n: Float64Array
  numerator: Float64Array
  from: number
  to: number
}
/** How much each stratum counts, and by the number of a kind which one it belongs to: below 0 for none. */
export type KindStrata = { weights: readonly number[]; placeOf: Int32Array }

/** By stratum, filled anew for each week. */
let counts = new Float64Array(32)
let hits = new Float64Array(32)
/** By kind. */
let weightOf = new Float64Array(1024)

/**
 * `standardisedWeekRate` of what a week holds by kind of conversation.
 * @returns null for a week without conversations
 */
export function standardisedKindRate(week: KindCounts, strata: KindStrata): StandardisedWeek | null {
  countStrata(week, strata)
  const held = heldWeight(strata.weights)
  if (!(held > 0)) return null
  let value = 0
  strata.weights.forEach((weight, place) => {
    if (counts[place] > 0) value += ((weight / held) * hits[place]) / counts[place]
  })
  return weekOf(value, held, strata.weights)
}

/**
 * `standardisedWeekQuantile` of what a week holds by kind of conversation, its durations in lists that are in order.
 * Infinite where it lies among durations that have not ended.
 * @param week how many of the durations are of each kind
 * @param near a guess, which makes no difference to the answer
 * @returns null for a week without conversations
 */
export function standardisedKindQuantile(
  durations: KindDurations,
  week: KindCounts,
  strata: KindStrata,
  probability: number,
  near?: number,
): StandardisedWeek | null {
  countStrata(week, strata)
  const held = heldWeight(strata.weights)
  if (!(held > 0)) return null
  let sum = 0
  let squares = 0
  for (let place = 0; place < strata.weights.length; place++) {
    if (counts[place] === 0) continue
    const share = strata.weights[place] / held
    sum += share
    squares += share ** 2 / counts[place]
  }
  for (let i = week.from; i < week.to; i++) {
    const kind = week.kinds[i]
    const place = strata.placeOf[kind]
    if (kind >= weightOf.length) {
      const known = weightOf
      weightOf = new Float64Array(2 * kind)
      weightOf.set(known)
    }
    weightOf[kind] = place < 0 ? 0 : strata.weights[place] / held / counts[place]
  }
  const weights = { weightOf, sum, effectiveCount: sum ** 2 / squares }
  return weekOf(weightedQuantileOfKinds(durations, weights, probability, near), held, strata.weights)
}

function countStrata({ kinds, n, numerator, from, to }: KindCounts, { weights, placeOf }: KindStrata): void {
  if (weights.length > counts.length) {
    counts = new Float64Array(weights.length)
    hits = new Float64Array(weights.length)
  }
  counts.fill(0)
  hits.fill(0)
  for (let i = from; i < to; i++) {
    const place = placeOf[kinds[i]]
    if (place < 0) continue
    counts[place] += n[i]
    hits[place] += numerator[i]
  }
}

/** Of the strata of which the week holds something. */
function heldWeight(weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => (counts[place] > 0 ? sum + weight : sum), 0)
}

function weekOf(value: number, held: number, weights: readonly number[]): StandardisedWeek {
  const missingWeight = 1 - held / weights.reduce((sum, weight) => sum + weight, 0)
  return { value, missingWeight, isIncomplete: isIncomplete(missingWeight) }
}

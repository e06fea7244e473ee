import type { Interval } from '../../statistics/interval.ts'
import { standardisedQuantile } from '../../statistics/standardised-quantile.ts'
import { standardisedRate } from '../../statistics/standardised-rate.ts'
import type { Sample } from '../minimum-sample.ts'
import type { DayWeights } from '../sample-weights.ts'
import type { BrandMix } from './brand-mix.ts'
import { caseWeightsOver, cellsOver, durationsOver, weightedCellsOver } from './stratum-cells.ts'

/**
 * The same two windows with the same mix on both sides; null where a median, or an end of its range, lies among durations
 * that have not ended.
 * @param weightOf the days, where weeks are known to different parts
 */
export function adjustedWindows(
  kind: 'duration' | 'rate',
  { before, after }: Sample,
  mix: BrandMix,
  weightOf: DayWeights | null = null,
): Interval | null {
  if (kind === 'rate') {
    const [first, second] = [before, after].map((values) =>
      values.map(({ days }) => (weightOf ? weightedCellsOver(mix, days, weightOf) : cellsOver(mix, days))),
    )
    return standardisedRate(first, second, mix.weights).effect
  }
  const [first, second] = [before, after].map((values) => values.map(({ days }) => durationsOver(mix, days)))
  const weights = (values: typeof before, of: DayWeights) =>
    values.map(({ days }) => caseWeightsOver(mix, days, of))
  const caseWeights = weightOf && { before: weights(before, weightOf), after: weights(after, weightOf) }
  const effect = standardisedQuantile(first, second, mix.weights, 0.5, caseWeights)?.effect
  return effect && Number.isFinite(effect.low) && Number.isFinite(effect.high) ? effect : null
}

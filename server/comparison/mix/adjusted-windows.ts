import type { Interval } from '../../statistics/interval.ts'
import { standardisedQuantile } from '../../statistics/standardised-quantile.ts'
import { standardisedRate } from '../../statistics/standardised-rate.ts'
import type { Sample } from '../minimum-sample.ts'
import type { BrandMix } from './brand-mix.ts'
import { cellsOver, durationsOver } from './stratum-cells.ts'

/**
 * The same two windows with the same mix on both sides; null where a median, or an end of its range, lies among durations
 * that have not ended.
 */
export function adjustedWindows(
  kind: 'duration' | 'rate',
  { before, after }: Sample,
  mix: BrandMix,
): Interval | null {
  if (kind === 'rate') {
    const [first, second] = [before, after].map((values) => values.map(({ days }) => cellsOver(mix, days)))
    return standardisedRate(first, second, mix.weights).effect
  }
  const [first, second] = [before, after].map((values) => values.map(({ days }) => durationsOver(mix, days)))
  const effect = standardisedQuantile(first, second, mix.weights, 0.5)?.effect
  return effect && Number.isFinite(effect.low) && Number.isFinite(effect.high) ? effect : null
}

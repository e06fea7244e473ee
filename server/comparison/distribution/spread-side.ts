import type { DistributionSide } from '../../contract-distribution.ts'
import type { WindowValue } from '../../contract.ts'
import { binOf, binStarts } from '../../statistics/duration-bins.ts'
import { quantileType7 } from '../../statistics/quantile-type7.ts'
import { together } from '../../statistics/together.ts'
import { weighSample, weightedQuantile } from '../../statistics/weighted-quantile.ts'
import { secondsOver } from '../daily-facts.ts'
import type { MadeOf } from '../window-values.ts'

/** A side with a count for every bin there is. */
export type SpreadSide = DistributionSide

type Durations = { values: Float64Array; weights: Float64Array | null }

/** The durations of one window, counted into bins; null without any. */
export function spreadSide(window: WindowValue, made: MadeOf): SpreadSide | null {
  const durations = durationsOf(made)
  const { values } = durations
  if (values.length === 0) return null
  const quantile = quantilesOf(durations)
  return {
    from: window.from,
    to: window.to,
    n: values.length,
    percentiles: { p25: quantile(0.25), p50: quantile(0.5), p75: quantile(0.75), p90: quantile(0.9) },
    ...count(durations),
  }
}

function durationsOf({ facts, days, weights }: MadeOf): Durations {
  if (weights === null) return { values: secondsOver(facts, days), weights: null }
  const ofDays = days.map((day) => ({ weight: weights(day), values: secondsOver(facts, [day]) }))
  return {
    values: together(ofDays.map(({ values }) => values)),
    weights: together(ofDays.map(({ values, weight }) => values.map(() => weight))),
  }
}

function count({ values, weights }: Durations): Pick<SpreadSide, 'counts' | 'unended'> {
  const counts = binStarts.map(() => ({ n: 0, share: 0 }))
  const unended = { n: 0, share: 0 }
  let total = 0
  values.forEach((seconds, i) => {
    const bin = binOf(seconds)
    const one = bin === null ? unended : counts[bin]
    const weight = weights === null ? 1 : weights[i]
    one.n += 1
    one.share += weight
    total += weight
  })
  for (const one of [...counts, unended]) one.share /= total
  return { counts, unended }
}

/** As the figure's own median is worked out; null where a quantile falls among durations that have not ended. */
function quantilesOf({ values, weights }: Durations): (probability: number) => number | null {
  const at = weights === null ? plain(values) : weighed(values, weights)
  return (probability) => {
    const value = at(probability)
    return Number.isFinite(value) ? value : null
  }
}

function plain(values: Float64Array): (probability: number) => number {
  const ascending = Float64Array.from(values).sort()
  return (probability) => quantileType7(ascending, probability)
}

function weighed(values: Float64Array, weights: Float64Array): (probability: number) => number {
  const sample = weighSample(values, weights)
  return (probability) => weightedQuantile(sample, probability)
}

import { logHistogramKey, logHistogramValue } from './log-histogram.ts'

/** Number of durations per bin of the fixed log-histogram. */
export type LogHistogram = ReadonlyMap<number, number>

/** The histogram of durations in seconds; those that have not ended are `Infinity`. */
export function logHistogramOf(seconds: Iterable<number>): LogHistogram {
  const histogram = new Map<number, number>()
  for (const value of seconds) {
    const key = logHistogramKey(value)
    histogram.set(key, (histogram.get(key) ?? 0) + 1)
  }
  return histogram
}

/** All durations of several histograms together; the order does not matter, and nothing is lost. */
export function mergeLogHistograms(histograms: Iterable<LogHistogram>): LogHistogram {
  const merged = new Map<number, number>()
  for (const histogram of histograms) {
    for (const [key, count] of histogram) merged.set(key, (merged.get(key) ?? 0) + count)
  }
  return merged
}

/**
 * Quantile of the durations a histogram holds, in seconds: the one of rank floor(p·(n − 1)), counted from 0, within
 * 1 % of its true length (from half a second up). Infinite where it lies among durations that have not ended.
 * Reference: Masson, Rim & Lee 2019 (DDSketch).
 * @example histogramQuantile(logHistogramOf([10, 20, 30]), 0.5) // 19.9
 * @throws when there is no duration
 */
export function histogramQuantile(histogram: LogHistogram, probability: number): number {
  const bins = [...histogram].filter(([, count]) => count > 0).sort(([first], [second]) => first - second)
  const count = bins.reduce((sum, [, inBin]) => sum + inBin, 0)
  if (count === 0) throw new Error('histogramQuantile requires at least one duration')
  const rank = Math.floor(Math.min(1, Math.max(0, probability)) * (count - 1))
  let below = 0
  for (const [key, inBin] of bins) {
    below += inBin
    if (below > rank) return logHistogramValue(key)
  }
  return logHistogramValue(bins[bins.length - 1][0])
}

import type { MetricKey, QuestionFilter } from './contract.ts'

/** How many durations there are, and their share of their side: 0…1, weighed where its weeks are known in part. */
export type DistributionCount = { n: number; share: number }
/** One window of a figure: exactly its days, so `n` and the median are the figure's own. */
export type DistributionSide = {
  from: string
  to: string
  n: number
  /** Seconds; null where that part of the durations has not ended. */
  percentiles: { p25: number | null; p50: number | null; p75: number | null; p90: number | null }
  /** One for each of the answer's bins. */
  counts: DistributionCount[]
  /** Those that have not ended; they are in none of the bins. */
  unended: DistributionCount
}
export type DistributionAnswer = {
  asOf: string
  dataCompleteTo: string | null
  filter: QuestionFilter | null
  brand: { id: number; name: string }
  metric: MetricKey
  /** Seconds, half-open, one after the other; the last may have no end. Only those between the first and last in use. */
  bins: { from: number; to: number | null }[]
  before: DistributionSide | null
  after: DistributionSide | null
  /** The latest weeks, of a figure that has no window after the move. */
  now: DistributionSide | null
}

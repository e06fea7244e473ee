import type { MetricDescription, MetricKey } from '../contract.ts'

export type CsatFamily = 'two_point' | 'survey'

/** One entry of the catalogue: everything the glossary, the comparison and the sync need to know of a metric. */
export type MetricDefinition = MetricDescription & {
  key: MetricKey
  /** Scale on which weekly values are compared. */
  scale: 'log' | 'identity'
  /** Least count per week for a usable weekly value. */
  minimumWeekly: number
  /** Streams that must be complete before the metric is. */
  streams: readonly string[]
}

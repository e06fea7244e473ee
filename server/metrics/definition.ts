import type { MetricDescription, MetricKey } from '../contract.ts'

export type CsatFamily = 'two_point' | 'survey'

/** One entry of the catalogue: everything the glossary, the comparison and the sync need to know of a metric. */
export type MetricDefinition = MetricDescription & {
  key: MetricKey
  /** Scale on which weekly values are compared. */
  scale: 'log' | 'identity'
  /** Least count per week for a usable weekly value. */
  minimumWeekly: number
  /** Streams that must be complete before the metric is. Sources an account may do without are not named. */
  streams: readonly string[]
  /** Made from the messages of single tickets, of which a week's fixed sample may speak for all. */
  restsOnMessages: boolean
  /** Weeks with a bot count only if conversations of the bot alone were recorded. */
  needsBotRecords: boolean
  /** The only side on which there is anything to measure; null = both. */
  onlySide: 'before' | 'after' | null
}

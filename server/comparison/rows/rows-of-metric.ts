import type { MetricKey } from '../../contract.ts'
import { metricOf } from '../../metrics/catalog.ts'
import { restsOnEngagements } from '../../metrics/team/team-metrics.ts'
import { botRows } from '../../store/measures/bot-rows.ts'
import { measureOf } from '../../store/measures/index.ts'
import { measureKeyOf } from '../../store/measures/stratified.ts'

/** What a metric counts: conversations (or ratings of them), what agents did in an hour or for a sum, or a bot's own records. */
export type RowsOfMetric = 'conversations' | 'agents_time' | 'bot_records'

export function rowsOfMetric(key: MetricKey): RowsOfMetric {
  const metric = metricOf(key)
  if (restsOnEngagements(metric) && metric.kind !== 'duration' && metric.kind !== 'rate') return 'agents_time'
  return measureOf(measureKeyOf(key)).parts.every(({ rows }) => rows === botRows)
    ? 'bot_records'
    : 'conversations'
}

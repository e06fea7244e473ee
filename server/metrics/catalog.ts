import type { MetricKey, PrimaryMetricKey } from '../contract.ts'
import type { MetricDefinition } from './definition.ts'
import { csat } from './primary/csat.ts'
import { demand } from './primary/demand.ts'
import { firstReply } from './primary/first-reply.ts'
import { humanWorkload } from './primary/human-workload.ts'
import { recontactRate } from './primary/recontact-rate.ts'
import { unservedRate } from './primary/unserved-rate.ts'
import { secondaryMetrics } from './secondary.ts'
import { teamMetrics } from './team/team-metrics.ts'

/** Every metric there is, in the order in which pages, mails and documents list them. */
export const catalog: readonly MetricDefinition[] = [
  firstReply,
  unservedRate,
  recontactRate,
  csat,
  demand,
  humanWorkload,
  ...secondaryMetrics,
  ...teamMetrics,
]

/** One number per metric in catalogue order: a changed definition changes the whole. */
export const catalogVersion: string = catalog.map((metric) => metric.version).join('.')

const byKey = new Map(catalog.map((metric) => [metric.key, metric]))

/** Those whose verdicts form the report, in the same order. */
export const primaryMetrics: readonly MetricDefinition[] = catalog.filter(({ primary }) => primary)
export const primaryKeys: readonly PrimaryMetricKey[] = primaryMetrics.map(({ key }) => key).filter(isPrimary)

/** Whether the report, the mail and the grid of verdicts speak of the metric. */
export function isPrimary(key: MetricKey): key is PrimaryMetricKey {
  return byKey.get(key)?.primary ?? false
}

/** @example metricOf('csat').margin // 0.02 */
export function metricOf(key: MetricKey): MetricDefinition {
  const metric = byKey.get(key)
  if (!metric) throw new Error(`metricOf: ${key} is not in the catalogue`)
  return metric
}

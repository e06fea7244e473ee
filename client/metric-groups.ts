import type { MetricDescription, MetricKey } from '../server/contract.ts'

export const metricGroups = ['primary', 'service', 'satisfaction', 'bot', 'team'] as const
export type MetricGroup = (typeof metricGroups)[number]

const groupOf: Record<MetricKey, MetricGroup> = {
  first_reply: 'primary',
  unserved_rate: 'primary',
  recontact_rate: 'primary',
  csat: 'primary',
  demand: 'primary',
  human_workload: 'primary',
  first_reply_any: 'service',
  wait_to_agent: 'service',
  average_reply: 'service',
  missed_rate: 'service',
  dropped_rate: 'service',
  transfer_rate: 'service',
  resolution_time: 'service',
  reopen_rate: 'service',
  one_touch_rate: 'service',
  csat_response_rate: 'satisfaction',
  bot_csat: 'satisfaction',
  containment_rate: 'bot',
  handoff_rate: 'bot',
  automated_resolution_rate: 'bot',
  human_share: 'team',
  out_of_hours_share: 'team',
  messages_per_conversation: 'team',
  handle_time: 'team',
  concurrency: 'team',
  conversations_per_agent_hour: 'team',
  cost_per_resolution: 'team',
}

/** The metrics in the groups in which people look for them, each in the order of the catalogue; empty groups are left out. */
export function inGroups(
  metrics: readonly MetricDescription[],
): { group: MetricGroup; metrics: MetricDescription[] }[] {
  return metricGroups
    .map((group) => ({ group, metrics: metrics.filter(({ key }) => groupOf[key] === group) }))
    .filter((one) => one.metrics.length > 0)
}

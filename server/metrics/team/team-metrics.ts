import type { MetricDefinition } from '../definition.ts'
import { averageReply } from './average-reply.ts'
import { concurrency } from './concurrency.ts'
import { conversationsPerAgentHour } from './conversations-per-agent-hour.ts'
import { costPerResolution } from './cost-per-resolution.ts'
import { handleTime } from './handle-time.ts'
import { transferRate } from './transfer-rate.ts'

/** What agents' engagements tell: known for as long as Zendesk keeps them, so these are judged on held weeks only. */
export const teamMetrics: readonly MetricDefinition[] = [
  averageReply,
  transferRate,
  handleTime,
  concurrency,
  conversationsPerAgentHour,
  costPerResolution,
]

/** Whether a metric can only be told of days whose engagements are held. */
export function restsOnEngagements({ streams }: Pick<MetricDefinition, 'streams'>): boolean {
  return streams.includes('engagements')
}

import type { MetricKey, Reason } from '../contract.ts'
import { metricOf } from '../metrics/catalog.ts'
import type { Day } from '../periods/day.ts'
import { mondayOf } from '../periods/day.ts'
import type { DetailWeek } from '../store/detail-plan.ts'
import { reasonOf } from '../text/reasons.ts'

/** Whether messages of tickets of these days are still to be read: what they will tell is unknown, not missing. */
export function areDetailsArriving(weeks: readonly DetailWeek[], days: readonly Day[]): boolean {
  return weeksOf(weeks, days).some(({ sampled, known, unreadable }) => known + unreadable < sampled)
}

/** What to say beside a figure of these days if it rests on a sample of the messages. */
export function sampleReasons(
  metric: MetricKey,
  weeks: readonly DetailWeek[],
  days: readonly Day[],
): Reason[] {
  if (!metricOf(metric).restsOnMessages) return []
  const used = weeksOf(weeks, days)
  const tickets = used.reduce((sum, week) => sum + week.tickets, 0)
  const sampled = used.reduce((sum, week) => sum + week.sampled, 0)
  return sampled < tickets ? [reasonOf('sample', { share: sampled / tickets })] : []
}

function weeksOf(weeks: readonly DetailWeek[], days: readonly Day[]): DetailWeek[] {
  const mondays = new Set(days.map(mondayOf))
  return weeks.filter(({ week }) => mondays.has(week))
}

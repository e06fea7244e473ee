import type { MetricDefinition } from '../../metrics/definition.ts'

/**
 * Whether a week's value is past a limit, and whether it is so far back that this is over: by half of the smallest change
 * worth calling, so that a figure which moves around its limit is told once.
 */
export function levelOf(
  value: number,
  {
    side,
    value: limit,
    metric,
  }: { side: 'above' | 'below'; value: number; metric: Pick<MetricDefinition, 'kind' | 'margin'> },
): { isOn: boolean; isOver: boolean } {
  const leeway = (metric.kind === 'rate' ? metric.margin : limit * metric.margin) / 2
  return side === 'above'
    ? { isOn: value > limit, isOver: value <= Math.max(limit - leeway, 0) }
    : { isOn: value < limit, isOver: value >= backAbove(limit, leeway, metric.kind) }
}

/** A share cannot be more than all. */
function backAbove(limit: number, leeway: number, kind: MetricDefinition['kind']): number {
  return kind === 'rate' ? Math.min(limit + leeway, 1) : limit + leeway
}

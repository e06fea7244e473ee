import type { Comparison, WindowValue } from '../contract.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { MetricFacts } from './brand-facts.ts'
import { isShowable } from './guards.ts'
import { latestWeekCount } from './window-values.ts'
import type { Bin, Bins } from './windows.ts'

/**
 * The cell without the values that cannot be shown as they are.
 * @param used the weeks of both sides
 * @param after all weeks since the move
 */
export function showableCell(
  metric: MetricDefinition,
  { shares }: MetricFacts,
  cell: Comparison,
  { used, after }: { used: Bins; after: readonly Bin[] },
): Comparison {
  const shown = (value: WindowValue | null, bins: readonly Bin[]) =>
    isShowable(
      metric.key,
      shares,
      bins.flatMap(({ days }) => days),
    )
      ? value
      : null
  return {
    ...cell,
    before: shown(cell.before, used.before),
    after: shown(cell.after, used.after),
    now: shown(cell.now, after.slice(-latestWeekCount)),
  }
}

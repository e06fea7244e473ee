import type { ComparisonState } from '../contract.ts'
import type { ForestRow } from './forest-chart.ts'

const unclear = ['ink-soft', 'rect'] as const
/** How a brand's effect looks by its state: the name of its colour, and a mark for those who do not see the colour. */
export const forestLooks: Record<
  ComparisonState,
  readonly ['good' | 'bad' | 'moved' | 'ink-soft', ForestRow['mark']]
> = {
  improved: ['good', 'circle'],
  worse: ['bad', 'triangle'],
  higher: ['moved', 'rectRot'],
  lower: ['moved', 'rectRot'],
  no_clear_change: unclear,
  not_enough_data: unclear,
  not_comparable: unclear,
}

import type { Goal } from '../../../server/contract-goal.ts'
import type { Levels } from '../../../server/contract-levels.ts'
import type { Comparison, MetricDescription } from '../../../server/contract.ts'
import type { Child } from '../../dom.ts'

/** A brand or a figure with everything its latest value can be held against. */
export type SideRow = {
  /** As a link. */
  name: Child
  /** The same for files. */
  plainName: string
  metric: MetricDescription
  comparison: Comparison
  levels: Levels | null
  /** Undefined where a goal means nothing: on a narrowed page. */
  goal: Goal | null | undefined
}

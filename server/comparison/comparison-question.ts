import type { MetricKey } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import type { MeasureFilter } from '../store/measures/index.ts'

export type ComparisonQuestion = {
  brandIds: 'all' | readonly number[]
  metrics: 'all' | readonly MetricKey[]
  /** Only these days may be used: a question of its own, not part of the report. */
  from?: Day
  to?: Day
  /** Only these conversations count: a question of its own too. */
  filter?: MeasureFilter
  /** Every brand is held against its own weeks only, never against other brands. */
  ownWeeksOnly?: boolean
  /** Epoch ms. */
  now: number
}

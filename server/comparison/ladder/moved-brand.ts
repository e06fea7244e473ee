import type { CsatFamily, MetricDefinition } from '../../metrics/definition.ts'
import type { BrandFacts } from '../brand-facts.ts'
import type { DailyFacts } from '../daily-facts.ts'
import type { Panel } from '../panel.ts'
import type { BinQuestion, Bins } from '../windows.ts'

/** A brand that moved, with one metric's facts and the weeks around its move that may be used. */
export type MovedBrand = {
  panel: Panel
  brand: BrandFacts
  metric: MetricDefinition
  facts: DailyFacts
  /** The one family of questions both sides share, for satisfaction. */
  family: CsatFamily | null
  around: BinQuestion
  bins: Bins
  /** Least count per week for a usable weekly value. */
  minimumWeekly: number
}

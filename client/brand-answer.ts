import type { SeriesAnswer } from '../server/contract-detail.ts'
import type { FilterChoicesAnswer } from '../server/contract-conversations.ts'
import type { LevelsAnswer } from '../server/contract-levels.ts'
import type { Goal, GoalsAnswer } from '../server/contract-goal.ts'
import type { AgreementAnswer } from '../server/contract-agreement.ts'
import type { EventsAnswer } from '../server/contract-event.ts'
import type { BrandSummary, Comparison, DataHealthAnswer, MetricDescription } from '../server/contract.ts'
import type { Narrowing } from './narrowing.ts'

/** One metric of a brand: its definition, its verdict and its weeks. */
export type Figure = {
  metric: MetricDescription
  comparison: Comparison
  series: SeriesAnswer
  /** What it is narrowed to, where it is: a figure of its own, not the report's. */
  narrowed?: URLSearchParams
  /** What the brand wants it to be. */
  goal?: Goal | null
}
/** A figure beside the primary ones, without its weeks: they are fetched once somebody asks for it. */
export type FurtherFigure = { metric: MetricDescription; comparison: Comparison }
export type BrandAnswer = {
  brand: BrandSummary
  /** Every brand this person sees, for the way to the next one. */
  brands: BrandSummary[]
  asOf: string
  dataCompleteTo: string | null
  figures: Figure[]
  further: FurtherFigure[]
  /** The further figure the address asks for. */
  opened: Figure | null
  /** What people noted on its days. */
  events: EventsAnswer
  /** What the brand wants its figures to be. */
  goals: GoalsAnswer
  health: DataHealthAnswer
  agreement: AgreementAnswer | null
  metrics: MetricDescription[]
  narrowing: Narrowing
  /** What there is to narrow by; null where nobody looked yet. */
  choices: FilterChoicesAnswer | null
  /** Where the page is narrowed: its one figure is the first of the figures. */
  narrowed: { left: number | null; report: Comparison | null } | null
  /** What each figure can be held against; null on a narrowed page. */
  levels: LevelsAnswer | null
  /** A figure the address asks for that there is not. */
  unknownMetric: string | null
}

import type { SeriesAnswer } from '../server/contract-detail.ts'
import type { EventsAnswer } from '../server/contract-event.ts'
import type { BrandSummary, Comparison, DataHealthAnswer, MetricDescription } from '../server/contract.ts'

/** One metric of a brand: its definition, its verdict and its weeks. */
export type Figure = { metric: MetricDescription; comparison: Comparison; series: SeriesAnswer }
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
  health: DataHealthAnswer
}

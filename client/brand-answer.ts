import type {
  BrandSummary,
  Comparison,
  DataHealthAnswer,
  MetricDescription,
  SeriesAnswer,
} from '../server/contract.ts'

/** One metric of a brand: its definition, its verdict and its weeks. */
export type Figure = { metric: MetricDescription; comparison: Comparison; series: SeriesAnswer }
export type BrandAnswer = {
  brand: BrandSummary
  /** Every brand this person sees, for the way to the next one. */
  brands: BrandSummary[]
  asOf: string
  dataCompleteTo: string | null
  figures: Figure[]
  health: DataHealthAnswer
}

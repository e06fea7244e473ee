import type { AlignedAnswer } from '../../contract-aligned.ts'
import type { SeriesAnswer } from '../../contract-detail.ts'
import type { Goal } from '../../contract-goal.ts'
import type {
  BrandSummary,
  Comparison,
  ComparisonsAnswer,
  Language,
  MetricDescription,
} from '../../contract.ts'
import type { Order } from '../../text/verdicts.ts'

/** What every document says of itself. */
export type PdfFrame = {
  language: Language
  /** Of the moments it names. */
  zone: string
  /** `name` null: for several readers, so it names none. */
  reader: { name: string | null; seesAllBrands: boolean }
  /** Every brand the reader sees. */
  brands: BrandSummary[]
  /** The catalogue. */
  metrics: MetricDescription[]
  /** The moment it was asked for, epoch ms. */
  now: number
  historyComplete: boolean
  /** Where the pages are. */
  publicUrl: string
  /** Half-open, brand-local, where the question was narrowed to days. */
  days: { from?: string; to?: string }
}
export type BrandFigure = { metric: MetricDescription; comparison: Comparison }

/** What a document is made of: the answers its page is drawn from, nothing computed anew. Can be sent between threads. */
export type OverviewContent = PdfFrame & {
  page: 'overview'
  comparisons: ComparisonsAnswer
  order: Order
  /** What it is called; as the page unless told. */
  title?: string
}
export type BrandContent = PdfFrame & {
  page: 'brand'
  brand: BrandSummary
  comparisons: ComparisonsAnswer
  /** Of the figures that are drawn. */
  series: SeriesAnswer[]
  /** What the brand wants its figures to be. */
  goals: Goal[]
}
export type CompareContent = PdfFrame & {
  page: 'compare'
  metric: MetricDescription
  comparisons: ComparisonsAnswer
  aligned: AlignedAnswer
  /** Whose weeks are drawn. */
  lines: number[]
}
export type PdfContent = OverviewContent | BrandContent | CompareContent
/** As it is asked in the thread that draws. */
export type PdfQuestion = { name: 'pdf'; question: PdfContent }

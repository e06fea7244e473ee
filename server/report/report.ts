import type { CourseWeek } from '../contract-detail.ts'
import type {
  Bilingual,
  BrandSummary,
  Comparison,
  ComparisonState,
  Effect,
  Language,
  MetricKey,
  QuestionFilter,
  SeriesMark,
  SeriesWeek,
} from '../contract.ts'
import type { Day, Period } from '../periods/day.ts'

/** One week's figure; `complete` is false while late answers may still change it. */
export type WeekFigure = { value: number | null; n: number; complete: boolean }

export type ReportRow = {
  metric: MetricKey
  cell: Comparison
  /** The verdict about all conversations, where the report speaks of some only. */
  whole: Comparison | null
  /** The week of the report and the one before it; null where the brand has no such week. */
  week: WeekFigure | null
  weekBefore: WeekFigure | null
}

export type ReportBrand = {
  id: number
  name: string
  zone: string
  move: BrandSummary['cutover']
  /** True when at least one figure can be put side by side before and after. */
  compared: boolean
  /** The windows most of the brand's figures rest on. */
  windows: { before: Period; after: Period } | null
  rows: ReportRow[]
}

/** A verdict worth telling first. */
export type NewsItem = Comparison & { state: 'improved' | 'worse'; effect: Effect }

/** A verdict that was another one in the mail before. */
export type ReportChange = { cell: Comparison; from: ComparisonState }

type NamedBrand = { id: number; name: string }
export type AttentionItem =
  | { kind: 'stale'; dataCompleteTo: string | null }
  | { kind: 'history_arriving'; text: Bilingual }
  /** All figures of a brand that got worse. */
  | { kind: 'worse'; brand: NamedBrand; metrics: MetricKey[] }
  /** Nobody confirmed the days they moved; the first verdict that rests on one comes on `by`. */
  | { kind: 'unconfirmed'; brands: NamedBrand[]; by: Day | null }
  /** Nothing of the brand can be judged yet; the first verdicts come on the day. */
  | { kind: 'too_early'; brand: NamedBrand; readyOn: Day }
  | { kind: 'not_ready'; brand: NamedBrand; readyOn: Day; metrics: MetricKey[] }

/** The weekly line of a brand's most telling figure: all a picture of it is made of. */
export type ReportChart = {
  brandId: number
  cell: Comparison
  weeks: SeriesWeek[]
  marks: SeriesMark[]
  /** What was expected without the move; null where it is not known, or not for this reader. */
  course: CourseWeek[] | null
}

/** Everything the weekly mail says, as data: the same cells the Overview shows, cut to one reader's brands. */
export type Report = {
  language: Language
  zone: string
  period: Period
  /** The week that should have been told, had its data come; null where it is told. */
  latePeriod: Period | null
  asOf: string
  dataCompleteTo: string | null
  /** The same for the metrics that have a figure of the week: a source that fell silent holds up no others. */
  figuresCompleteTo: string | null
  /** Which figures it tells, in the order of the catalogue. */
  metrics: readonly MetricKey[]
  /** Which conversations it speaks of, and that in words; null: of all. */
  narrowed: { filter: QuestionFilter; words: string[] } | null
  brands: ReportBrand[]
  /** Strongest first. */
  news: NewsItem[]
  /** Of the brands that have moved. */
  counts: Record<ComparisonState, number>
  notMoved: number
  /** Verdicts that differ from those of the mail before; null where there is nothing to compare with. */
  changes: ReportChange[] | null
  attention: AttentionItem[]
  /** Of the first brands that have one. */
  charts: ReportChart[]
  /** Brands that would have one too. */
  chartsLeftOut: number
}

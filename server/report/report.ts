import type {
  Bilingual,
  Comparison,
  ComparisonState,
  Effect,
  Language,
  PrimaryMetricKey,
} from '../contract.ts'
import type { Day, Period } from '../periods/day.ts'

/** One week's figure; `complete` is false while late answers may still change it. */
export type WeekFigure = { value: number | null; n: number; complete: boolean }

/** The mail speaks of primary metrics only. */
export type ReportCell = Comparison & { metric: PrimaryMetricKey }

export type ReportRow = {
  metric: PrimaryMetricKey
  cell: ReportCell
  /** The week of the report and the one before it; null where the brand has no such week. */
  week: WeekFigure | null
  weekBefore: WeekFigure | null
}

export type ReportBrand = {
  id: number
  name: string
  wentLiveOn: Day | null
  /** True when at least one figure can be put side by side before and after. */
  compared: boolean
  /** The windows most of the brand's figures rest on. */
  windows: { before: Period; after: Period } | null
  rows: ReportRow[]
}

/** A verdict worth telling first. */
export type NewsItem = ReportCell & { state: 'improved' | 'worse'; effect: Effect }

/** A verdict that was another one in the mail before. */
export type ReportChange = { cell: ReportCell; from: ComparisonState }

export type AttentionItem =
  | { kind: 'stale'; dataCompleteTo: string | null }
  | { kind: 'history_arriving'; text: Bilingual }
  | { kind: 'worse'; cell: ReportCell }
  /** Nothing of the brand can be judged yet; the first verdicts come on the day. */
  | { kind: 'too_early'; brand: { id: number; name: string }; readyOn: Day }
  | { kind: 'not_ready'; brand: { id: number; name: string }; readyOn: Day; metrics: PrimaryMetricKey[] }

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
  brands: ReportBrand[]
  /** Strongest first. */
  news: NewsItem[]
  /** Of the brands that have moved. */
  counts: Record<ComparisonState, number>
  notMoved: number
  /** Verdicts that differ from those of the mail before; null where there is nothing to compare with. */
  changes: ReportChange[] | null
  attention: AttentionItem[]
}

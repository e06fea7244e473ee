import type {
  Bilingual,
  Comparison,
  Effect,
  QuestionFilter,
  SeriesMark,
  SeriesWeek,
  WindowValue,
} from './contract.ts'

/** A week counted from the cutover, what was measured and what was to be expected without the move. */
export type CourseWeek = {
  from: string
  to: string
  part: 'before' | 'ramp' | 'after'
  value: number | null
  expected: number
  low: number
  high: number
}
export type ComparisonCheck = {
  key: string
  outcome: 'passed' | 'failed' | 'not_testable'
  name: Bilingual
  question: Bilingual
  /** What the outcome means. */
  sentence: Bilingual
}
/** Distance to the comparison brands in one week, as an effect; the joint band holds for all weeks together. */
export type EventStudyWeek = {
  week: number
  from: string
  value: number
  low: number
  high: number
  jointLow: number
  jointHigh: number
}
/** What stands behind a cell. Parts that name or draw comparison brands are null for whoever may not see all of these. */
export type ComparisonDetail = {
  /** The two windows beside each other, where the verdict rests on more. */
  simple: { effect: Effect; before: WindowValue; after: WindowValue } | null
  controls: { id: number; name: string }[] | null
  course: CourseWeek[] | null
  checks: ComparisonCheck[]
  withoutControl: { brand: { id: number; name: string }; effect: Effect }[] | null
  /** The same with other lengths of the ramp; `isUsed` marks the one the verdict used. */
  sensitivity: { washoutDays: number; effect: Effect | null; isUsed: boolean }[]
  eventStudy: { unit: Effect['unit']; weeks: EventStudyWeek[] } | null
  /** Synthetic difference-in-differences: no interval, a figure to hold against the estimate. */
  synthetic: {
    effect: number
    unit: Effect['unit']
    weights: { brand: { id: number; name: string }; weight: number }[]
  } | null
  /** How much steeper the series runs after the move, per half year. */
  slopeChange: Effect | null
  /** How far the figure swung between comparable periods before the move: a share, or a difference of shares. */
  swing: number | null
  mix: { adjusted: Effect; share: number | null; overlap: number; leftOut: string[] } | null
  /** The slowest tenth: of durations only. */
  slowestTenth: { effect: Effect; before: WindowValue; after: WindowValue } | null
}

export type SeriesAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** False for a question of its own, narrowed to days or conversations: not part of the report. */
  isReport: boolean
  filter: QuestionFilter | null
  comparison: Comparison
  weeks: SeriesWeek[]
  marks: SeriesMark[]
  /** Null without an estimate. */
  detail: ComparisonDetail | null
}

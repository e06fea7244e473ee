import type {
  Bilingual,
  ComparisonMethod,
  Effect,
  EvidenceGrade,
  MetricKey,
  MetricKind,
  WindowValue,
} from '../contract.ts'

export type SentenceSubject = {
  brand: string
  metric: { key: MetricKey; kind: MetricKind; name: Bilingual; margin: number }
  /** Of the account's costs; only figures of kind `money` need it. */
  currency?: string | null
}

/** What was found when the weeks after a move were compared with those before it. */
export type WindowFinding = {
  effect: Effect
  before: WindowValue
  after: WindowValue
  /** In the window before the move, and after it too where `weeksAfter` is not given. */
  weeks: number
  weeksAfter?: number
  /** `windows` where it is not given. */
  method?: ComparisonMethod
  /** Of the brand's own course: with the time of year, or only the trend of the weeks just before the move. */
  model?: 'year' | 'local' | null
  /** D where it is not given; two windows alone never speak of a cause, whatever stands here. */
  grade?: EvidenceGrade
  /** What the window after the move would have shown without it; null where it may not be said. */
  expected?: { value: number; low: number; high: number } | null
  /** Brands that had not moved: their names, or only how many where the names may not be said. */
  controls?: readonly string[] | number
  /** How far the figure swung by itself between comparable periods before the move: a share, or a difference of shares. */
  swing?: number | null
  /** Brands that had not moved changed in the same direction. */
  everyoneMoved?: boolean
  /** What is measured, or when it is asked, is not quite the same on both sides: the cause may lie there too. */
  isMeasuredDifferently?: boolean
  includesAutomaticReplies?: boolean
}

/** What more weeks would bring: an answer, or none, because smaller changes drown in the usual swings. */
export type Outlook =
  { kind: 'more_weeks'; weeks: number } | { kind: 'smallest_change'; size: number } | { kind: 'unknown' }

/** How much of a difference comes from customers asking other things than before. */
export type MixFinding = {
  /** With the same mix of questions on both sides; null where it cannot be said. */
  adjusted: Effect | null
  /** Share of the difference that the mix explains; null where it cannot be said. */
  share: number | null
}

export type CalledFinding = WindowFinding & { state: 'improved' | 'worse' | 'higher' | 'lower' }
export type UnclearFinding = WindowFinding & { state: 'no_clear_change' } & (
    | { because: 'no_meaningful_change' | 'slight' | 'different_people' }
    | { because: 'cannot_tell'; outlook: Outlook }
    /** The range holds only changes in one direction, but week by week they are not certain enough. */
    | { because: 'swings' }
    /** `figures`: how many were checked at once, where it is known. */
    | { because: 'many_figures'; figures?: number }
    | { because: 'mix_shift'; mix: MixFinding }
  )

export type SentenceFinding =
  | CalledFinding
  | UnclearFinding
  | { state: 'not_enough_data'; reason: Bilingual; readyOn: string | null }
  /** `hasBothSides`: there are two values to show beside each other. `now`: the one side there is. */
  | { state: 'not_comparable'; reason: Bilingual; hasBothSides: boolean; now?: WindowValue | null }
  | { state: 'not_moved'; now: WindowValue | null }

/** Whether the weeks after the move are compared with what was to be expected, and not only with the weeks before. */
export function hasExpectation({ method }: WindowFinding): boolean {
  return method === 'staggered' || method === 'interrupted'
}

/** How far the finding speaks of a cause: two windows never do. */
export function gradeOf(finding: WindowFinding): EvidenceGrade {
  return hasExpectation(finding) ? (finding.grade ?? 'D') : 'D'
}

/** Whether a figure that is not called needs to be told that all brands changed at that time. */
export function saysEveryone(finding: UnclearFinding): boolean {
  if (!finding.everyoneMoved) return false
  // "Stayed the same, and all changed" would only confuse where nothing but two periods is compared.
  if (finding.because === 'no_meaningful_change') return hasExpectation(finding)
  return finding.because === 'slight' || finding.because === 'swings' || finding.because === 'many_figures'
}

/** Brands named at most; of more of them, only the number is said. */
const MOST_NAMED = 3

/** The brands it was compared with, as far as they may be said; `count` null where nothing is known of them. */
export function controlsOf({ controls }: WindowFinding): { count: number | null; names: readonly string[] } {
  if (controls === undefined) return { count: null, names: [] }
  if (typeof controls === 'number') return { count: controls, names: [] }
  return {
    count: controls.length === 0 ? null : controls.length,
    names: controls.length > MOST_NAMED ? [] : controls,
  }
}

/** Whether the figure itself went the other way than it did against what was to be expected. */
export function wentTheOtherWay(finding: WindowFinding): boolean {
  const { effect, before, after } = finding
  if (!hasExpectation(finding) || before.value === null || after.value === null) return false
  const change = effect.unit === 'ratio' ? effect.value - 1 : effect.value
  return (after.value - before.value) * change < 0
}

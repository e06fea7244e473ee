import type { Bilingual, Effect, MetricKey, MetricKind, WindowValue } from '../contract.ts'

export type SentenceSubject = {
  brand: string
  metric: { key: MetricKey; kind: MetricKind; name: Bilingual; margin: number }
}
/** What was found when two windows were compared. */
export type WindowFinding = { effect: Effect; before: WindowValue; after: WindowValue; weeks: number }
/** What more weeks would bring: an answer, or none, because smaller changes drown in the usual swings. */
export type Outlook =
  { kind: 'more_weeks'; weeks: number } | { kind: 'smallest_change'; size: number } | { kind: 'unknown' }
export type SentenceFinding =
  | (WindowFinding & { state: 'improved' | 'worse' | 'higher' | 'lower' })
  | UnclearFinding
  | { state: 'not_enough_data'; reason: Bilingual; readyOn: string | null }
  /** `hasBothSides`: there are two values to show beside each other. */
  | { state: 'not_comparable'; reason: Bilingual; hasBothSides: boolean }
  | { state: 'not_moved'; now: WindowValue | null }
export type UnclearFinding = WindowFinding & { state: 'no_clear_change' } & (
    | { because: 'no_meaningful_change' | 'slight' | 'different_people' }
    | { because: 'cannot_tell'; outlook: Outlook }
    /** The range holds only changes in one direction, but week by week they are not certain enough. */
    | { because: 'swings' | 'many_figures' }
  )

import type { MetricKey } from './contract.ts'

/** `no_value`: the figure has no latest value that could be held against the goal. */
export type GoalState = 'reached' | 'not_yet' | 'no_value'

/** What a brand wants a figure to be, in the unit of the metric: seconds, a share 0…1, per week. It changes no figure. */
export type Goal = {
  brand: { id: number; name: string }
  metric: MetricKey
  value: number
  /** The brand-local day by which it is to be reached; null for none. */
  dueOn: string | null
  /** The latest whole weeks of the report held against the goal. */
  state: GoalState
  latest: number | null
  setAt: string
  /** Name of the person. */
  setBy: string
}
/** `canSet`: whether whoever asks may set and remove goals of the brands they see. */
export type GoalsAnswer = { goals: Goal[]; canSet: boolean }
/** What is sent to set one. */
export type GoalDraft = { value: number; dueOn: string | null }

import type { MetricKey, WindowValue } from './contract.ts'

/** Other brands in the same latest weeks: the middle one of their values, the lowest and the highest. */
export type OthersLevel = {
  value: number
  low: number
  high: number
  /** How many brands have a value. */
  brands: number
  /** Conversations of all of them. */
  n: number
  from: string
  to: string
}
/** What a figure's latest value can be held against: to look at, never a verdict. Null where there is none. */
export type Levels = {
  /** The weeks right before the latest ones: the same weekdays, as whole weeks have. */
  previous: WindowValue | null
  /** The same weeks and weekdays a year before. */
  lastYear: WindowValue | null
  others: OthersLevel | null
}
export type LevelsAnswer = {
  asOf: string
  dataCompleteTo: string | null
  brand: { id: number; name: string }
  figures: ({ metric: MetricKey } & Levels)[]
}

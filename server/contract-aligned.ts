import type { Levels } from './contract-levels.ts'
import type { Effect, MetricKey, QuestionFilter, WindowValue } from './contract.ts'

/** A Monday–Sunday week of a brand, counted from its own move: −1 is the last week before it, 0 the first after it. */
export type AlignedWeek = {
  week: number
  from: string
  value: number | null
  n: number
  complete: boolean
  /**
   * Held against the brand's own level before the move: as a ratio 0.8 is 20 % less, as points 3.2 is 3.2 percentage
   * points more; null without a value or a level.
   */
  distance: number | null
}
export type AlignedBrand = {
  brand: { id: number; name: string }
  /** Null for a brand that has not moved. */
  move: {
    wentLiveOn: string
    /** Length of the settling-in period in weeks; null where it is not known. */
    rampWeeks: number | null
    /** Level of the last weeks before the move, made from its weekly values. */
    level: WindowValue | null
    weeks: AlignedWeek[]
  } | null
} & Levels
export type AlignedAnswer = {
  asOf: string
  dataCompleteTo: string | null
  /** False for a question of its own, narrowed to days or conversations. */
  isReport: boolean
  filter: QuestionFilter | null
  metric: MetricKey
  /** Of the distances: rates differ by points, everything else by a ratio. */
  unit: Effect['unit']
  /** First and last week shown, counted from the move. */
  firstWeek: number
  lastWeek: number
  brands: AlignedBrand[]
}

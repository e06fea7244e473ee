import type { CourseWeek } from '../contract-detail.ts'
import type { SeriesWeek } from '../contract.ts'

/** Everything a chart says, in the reader's language. */
export type ChartText = {
  before: string
  after: string
  expected: string
  moved(day: string): string
  /** A month on the time axis; the year only where it begins. */
  month(day: string, withYear: boolean): string
  value(value: number): string
  week(week: SeriesWeek): string
  /** Value, count and whether the week is still coming in, for one point. */
  point(week: SeriesWeek): string[]
  /** What was expected of a week without the move. */
  expectedPoint(stretch: CourseWeek): string
}

import type { CourseWeek, SeriesAnswer } from '../contract-detail.ts'
import type { MetricKind } from '../contract.ts'
import type { ChartColours } from './chart-colours.ts'
import type { ChartText } from './chart-text.ts'

/** All a chart of one brand and metric is made of. */
export type WeeklyLineInput = {
  series: Pick<SeriesAnswer, 'asOf' | 'comparison' | 'weeks' | 'marks'> & {
    /** What was expected without the move; null draws none. */
    course: readonly CourseWeek[] | null
  }
  /** What the brand wants the figure to be, with its words; left out where there is no goal. */
  goal?: { value: number; words: string } | null
  kind: MetricKind
  text: ChartText
  colours: ChartColours
  fontFamily: string
}

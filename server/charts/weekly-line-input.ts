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
  kind: MetricKind
  text: ChartText
  colours: ChartColours
  fontFamily: string
}

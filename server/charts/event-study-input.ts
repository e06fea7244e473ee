import type { ComparisonDetail, EventStudyWeek } from '../contract-detail.ts'
import type { ChartColours } from './chart-colours.ts'

/** All a chart of the distance to the comparison brands is made of. */
export type EventStudyInput = {
  study: NonNullable<ComparisonDetail['eventStudy']>
  text: {
    /** On the time axis: '−4', '0', '+8'. */
    week(week: number): string
    effect(value: number): string
    title(week: EventStudyWeek): string
    point(week: EventStudyWeek): string[]
    moved: string
  }
  colours: ChartColours
  fontFamily: string
}

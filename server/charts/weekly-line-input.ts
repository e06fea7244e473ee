import type { MetricKind, SeriesAnswer } from '../contract.ts'
import type { ChartColours } from './chart-colours.ts'
import type { ChartText } from './chart-text.ts'

/** All a chart of one brand and metric is made of. */
export type WeeklyLineInput = {
  series: Pick<SeriesAnswer, 'asOf' | 'comparison' | 'weeks' | 'marks'>
  kind: MetricKind
  text: ChartText
  colours: ChartColours
  fontFamily: string
}

import type { SeriesMark, SeriesWeek } from '../contract.ts'
import type { ChartColours } from './chart-colours.ts'

/** One share week by week; `weeks` are those of the common axis, null where the line has none. */
export type RateLine = {
  name: string
  weeks: readonly (SeriesWeek | null)[]
  colour: string
  /** Told apart without colour: strokes and gaps in pixels, and the shape of single points. */
  dash: readonly number[]
  point: 'circle' | 'rect' | 'triangle'
}

/** All a chart of several shares over the same weeks is made of. */
export type RateLinesInput = {
  /** Monday–Sunday weeks of the axis, without gaps. */
  axis: readonly SeriesWeek[]
  lines: readonly RateLine[]
  marks: readonly SeriesMark[]
  text: {
    month(day: string, withYear: boolean): string
    week(week: SeriesWeek): string
    value(value: number): string
    /** What the tooltip says of one line in one week. */
    point(line: RateLine, week: SeriesWeek): string
    moved(day: string): string
  }
  colours: ChartColours
  fontFamily: string
}

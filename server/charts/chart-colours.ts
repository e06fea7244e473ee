import type { Color } from 'chart.js'

/** A colour, or a pattern made by whoever owns the canvas. */
export type Fill = Color

export type ChartColours = {
  surface: string
  text: string
  grid: string
  before: string
  after: string
  beforeWindow: string
  afterWindow: string
  ramp: Fill
  cutover: string
  /** What was to be expected without the move, and how far single weeks may lie from it. */
  expected: string
  expectedBand: string
  tooltip: string
  tooltipText: string
}

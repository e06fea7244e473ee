/** A colour, or a pattern made by whoever owns the canvas. */
export type Fill = string | CanvasPatternLike
type CanvasPatternLike = { setTransform(transform?: unknown): void }

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
  expected: string
  tooltip: string
  tooltipText: string
}

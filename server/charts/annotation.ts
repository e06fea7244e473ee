import type { Fill } from './chart-colours.ts'

/** The part of the annotation plugin's options that our charts use. */
type Place = 'start' | 'center' | 'end'

export type LabelStyle = {
  color: string
  backgroundColor: string
  borderColor?: string
  borderWidth?: number
  borderRadius?: number
  padding?: number | { x: number; y: number }
  xAdjust?: number
  yAdjust?: number
  font: { family: string; size: number; weight: 'bold' }
}

export type LineLabel = LabelStyle & { content: string; display: boolean; position: Place }
export type BoxLabel = LabelStyle & {
  /** Fewer words on a narrow chart. */
  content: (context: { chart: { width: number } }) => string[]
  display: boolean
  position: { x: Place; y: Place }
}

type Span = { xMin: number; xMax: number }

export type BoxAnnotation = Span & {
  type: 'box'
  backgroundColor: Fill
  borderWidth: number
  drawTime: 'beforeDatasetsDraw'
  label?: BoxLabel
}

export type LineAnnotation = Span & {
  type: 'line'
  yMin?: number
  yMax?: number
  borderColor: string
  borderWidth: number
  borderDash?: number[]
  label?: LineLabel
}

export type Annotation = BoxAnnotation | LineAnnotation

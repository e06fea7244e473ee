import { eventStudyChart } from '../../server/charts/event-study-chart.ts'
import type { EventStudyInput } from '../../server/charts/event-study-input.ts'
import { readColours } from './colours.ts'
import { Chart } from './registered-chart.ts'

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawEventStudy(
  canvas: HTMLCanvasElement,
  input: Pick<EventStudyInput, 'study' | 'text'>,
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const chart = new Chart(canvas, eventStudyChart({ ...input, colours: readColours(canvas), fontFamily }))
  return () => chart.destroy()
}

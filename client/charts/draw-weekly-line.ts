import type { WeeklyLineInput } from '../../server/charts/weekly-line-input.ts'
import { weeklyLine } from '../../server/charts/weekly-line.ts'
import { readColours } from './colours.ts'
import { Chart } from './registered-chart.ts'

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawWeeklyLine(
  canvas: HTMLCanvasElement,
  input: Pick<WeeklyLineInput, 'series' | 'goal' | 'kind' | 'text'>,
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const chart = new Chart(canvas, weeklyLine({ ...input, colours: readColours(canvas), fontFamily }))
  return () => chart.destroy()
}

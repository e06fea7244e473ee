import {
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
} from 'chart.js'
import annotationPlugin from 'chartjs-plugin-annotation'
import type { WeeklyLineInput } from '../../server/charts/weekly-line-input.ts'
import { weeklyLine } from '../../server/charts/weekly-line.ts'
import { readColours } from './colours.ts'

Chart.register(
  CategoryScale,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  annotationPlugin,
)

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawWeeklyLine(
  canvas: HTMLCanvasElement,
  input: Pick<WeeklyLineInput, 'series' | 'kind' | 'text'>,
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const chart = new Chart(canvas, weeklyLine({ ...input, colours: readColours(canvas), fontFamily }))
  return () => chart.destroy()
}

import type { WeeklyLineInput } from '../../server/charts/weekly-line-input.ts'
import { weeklyLine } from '../../server/charts/weekly-line.ts'
import { readColours } from './colours.ts'
import type { Leads } from './lead-to-rows.ts'
import { leadToRows } from './lead-to-rows.ts'
import { Chart } from './registered-chart.ts'

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawWeeklyLine(
  canvas: HTMLCanvasElement,
  input: Pick<WeeklyLineInput, 'series' | 'goal' | 'kind' | 'text'>,
  leads: Leads | null = null,
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const config = weeklyLine({ ...input, colours: readColours(canvas), fontFamily })
  const chart = new Chart(canvas, leads ? leadToRows(config, leads) : config)
  return () => chart.destroy()
}

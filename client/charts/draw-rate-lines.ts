import type { RateLine, RateLinesInput } from '../../server/charts/rate-lines-input.ts'
import { rateLines } from '../../server/charts/rate-lines.ts'
import { namedColours, readColours } from './colours.ts'
import type { Leads } from './lead-to-rows.ts'
import { leadToRows } from './lead-to-rows.ts'
import { Chart } from './registered-chart.ts'

/** Names of the style sheet's colours, line by line; their order is that of the swatches in the key. */
export const lineColours = ['after', 'expected', 'before'] as const

export type UncolouredLine = Omit<RateLine, 'colour' | 'dash' | 'point'>

const dashes: readonly (readonly number[])[] = [[], [7, 4], [2, 3]]
const points = ['circle', 'rect', 'triangle'] as const

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawRateLines(
  canvas: HTMLCanvasElement,
  input: Pick<RateLinesInput, 'axis' | 'marks' | 'text'> & { lines: readonly UncolouredLine[] },
  leads: Leads | null = null,
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const colours = namedColours(canvas, lineColours)
  const lines = input.lines.map((line, index): RateLine => {
    const place = index % lineColours.length
    return { ...line, colour: colours[lineColours[place]], dash: dashes[place], point: points[place] }
  })
  const config = rateLines({ ...input, lines, colours: readColours(canvas), fontFamily })
  const chart = new Chart(canvas, leads ? leadToRows(config, leads) : config)
  return () => chart.destroy()
}

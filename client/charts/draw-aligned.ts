import { alignedChart } from '../../server/charts/aligned-chart.ts'
import type { AlignedInput, AlignedLine } from '../../server/charts/aligned-chart.ts'
import { namedColours, readColours } from './colours.ts'
import { lineShape, seriesColours } from './line-looks.ts'
import { Chart } from './registered-chart.ts'

/** @param place which of the looks the line has */
export type PlacedLine = Omit<AlignedLine, 'look'> & { place: number; isBold: boolean }

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawAligned(
  canvas: HTMLCanvasElement,
  {
    lines,
    ...input
  }: Omit<AlignedInput, 'lines' | 'colours' | 'fontFamily'> & { lines: readonly PlacedLine[] },
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const named = namedColours(canvas, seriesColours)
  const looked = lines.map(({ place, isBold, ...line }) => ({
    ...line,
    look: { ...lineShape(place), isBold, colour: named[seriesColours[place % seriesColours.length]] },
  }))
  const chart = new Chart(
    canvas,
    alignedChart({ ...input, lines: looked, colours: readColours(canvas), fontFamily }),
  )
  return () => chart.destroy()
}

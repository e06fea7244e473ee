import { forestChart } from '../../server/charts/forest-chart.ts'
import type { ForestInput, ForestRow } from '../../server/charts/forest-chart.ts'
import type { ComparisonState, Effect } from '../../server/contract.ts'
import { forestLooks } from '../../server/charts/forest-looks.ts'
import { namedColours, readColours } from './colours.ts'
import { Chart } from './registered-chart.ts'

export type DrawnRow = { name: string; effect: Effect; state: ComparisonState }

/** Draws in the colours and the letters the page has at this moment; returns what takes the chart away. */
export function drawForest(
  canvas: HTMLCanvasElement,
  {
    rows,
    ...input
  }: Pick<ForestInput, 'pooled' | 'margin' | 'text' | 'place'> & { rows: readonly DrawnRow[] },
): () => void {
  const fontFamily = getComputedStyle(canvas).fontFamily
  const named = namedColours(canvas, ['good', 'bad', 'moved', 'ink-soft'])
  const looked = rows.map(({ name, effect, state }): ForestRow => {
    const [colour, mark] = forestLooks[state]
    return { name, effect, colour: named[colour], mark }
  })
  const chart = new Chart(
    canvas,
    forestChart({ ...input, rows: looked, colours: readColours(canvas), fontFamily }),
  )
  return () => chart.destroy()
}

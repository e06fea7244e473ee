import type { ChartColours } from './chart-colours.ts'

const TICK_SIZE = 12

/** How the ends of an axis are written, on every chart alike. */
export function tickLook(colours: Pick<ChartColours, 'text'>, fontFamily: string) {
  return { color: colours.text, font: { family: fontFamily, size: TICK_SIZE } }
}

/** An axis of names or moments: a line below them and none across the chart. */
export function namesAxisLook(colours: Pick<ChartColours, 'grid'>) {
  return { border: { color: colours.grid }, grid: { display: false } }
}

/** An axis of values: lines across the chart and none beside it. */
export function valuesAxisLook(colours: Pick<ChartColours, 'grid'>) {
  return { border: { display: false }, grid: { color: colours.grid, drawTicks: false } }
}

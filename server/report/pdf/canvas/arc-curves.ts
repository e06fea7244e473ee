export type Step =
  | { to: 'move' | 'line'; x: number; y: number }
  | { to: 'curve'; x1: number; y1: number; x2: number; y2: number; x: number; y: number }
  | { to: 'close' }

const QUARTER = Math.PI / 2
const FULL = Math.PI * 2

/**
 * An arc as cubic curves, a quarter of a circle at most each: PDF knows no arcs.
 * @param from, to angles in radians as on a canvas, clockwise from the right
 * @returns the curves, and where the arc begins
 */
export function arcCurves(
  { x, y, radius }: { x: number; y: number; radius: number },
  from: number,
  to: number,
  isCounterclockwise = false,
): { startX: number; startY: number; curves: Step[] } {
  const sweep = sweepOf(from, to, isCounterclockwise)
  const pieces = Math.max(1, Math.ceil(Math.abs(sweep) / QUARTER - 1e-9))
  const step = sweep / pieces
  // How far a curve's handles reach so that it stays on the circle.
  const reach = (4 / 3) * Math.tan(step / 4) * radius
  const curves = Array.from({ length: pieces }, (_, index): Step => {
    const begin = from + index * step
    const end = begin + step
    return {
      to: 'curve',
      x1: x + radius * Math.cos(begin) - reach * Math.sin(begin),
      y1: y + radius * Math.sin(begin) + reach * Math.cos(begin),
      x2: x + radius * Math.cos(end) + reach * Math.sin(end),
      y2: y + radius * Math.sin(end) - reach * Math.cos(end),
      x: x + radius * Math.cos(end),
      y: y + radius * Math.sin(end),
    }
  })
  return { startX: x + radius * Math.cos(from), startY: y + radius * Math.sin(from), curves }
}

function sweepOf(from: number, to: number, isCounterclockwise: boolean): number {
  const sweep = isCounterclockwise ? from - to : to - from
  // As on a canvas: a whole turn or more is a whole circle, anything below zero goes round the other side.
  const size = sweep >= FULL ? FULL : ((sweep % FULL) + FULL) % FULL
  return isCounterclockwise ? -size : size
}

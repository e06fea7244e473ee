import type { Effect } from '../../server/contract.ts'
import { svg } from '../dom.ts'

const WIDTH = 220
const HEIGHT = 30
const MIDDLE = 15

/**
 * The effect and its range on a scale whose middle is "no change"; the shaded part around it holds changes too
 * small to call. The words beside it say the same, so it is hidden from screen readers.
 */
export function effectRange(effect: Effect, margin: number): SVGElement {
  const { value, low, high, threshold } = inShares(effect, margin)
  const reach = Math.max(Math.abs(low), Math.abs(high), threshold * 2) * 1.1
  const x = (share: number) => WIDTH / 2 + (share / reach) * (WIDTH / 2 - 4)
  const line = (from: number, to: number, y: number, className: string) =>
    svg('line', { x1: from, x2: to, y1: y, y2: y, class: className })
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'effect-range', 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', {
      x: x(-threshold),
      y: 4,
      width: x(threshold) - x(-threshold),
      height: 22,
      rx: 3,
      class: 'small-change',
    }),
    line(0, WIDTH, MIDDLE, 'axis'),
    svg('line', { x1: x(0), x2: x(0), y1: 2, y2: HEIGHT - 2, class: 'zero' }),
    line(x(low), x(high), MIDDLE, 'range'),
    svg('circle', { cx: x(value), cy: MIDDLE, r: 5.5, class: 'point' }),
  )
}

function inShares(effect: Effect, margin: number) {
  const shareOf = (value: number) => (effect.unit === 'ratio' ? value - 1 : value / 100)
  return {
    value: shareOf(effect.value),
    low: shareOf(effect.low),
    high: shareOf(effect.high),
    threshold: margin,
  }
}

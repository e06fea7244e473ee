import type { Effect } from '../../server/contract.ts'
import { svg } from '../dom.ts'
import { shareOf } from '../estimate-rows.ts'

const WIDTH = 220
const HEIGHT = 30
const MIDDLE = 15

/**
 * The effect and its range on a scale whose middle is "no change"; the shaded part around it holds changes too
 * small to call. The words beside it say the same, so it is hidden from screen readers.
 * @param reach share at either end of the scale, where several stand below each other
 */
export function effectRange(effect: Effect, margin: number, reach = reachAlone(effect, margin)): SVGElement {
  const x = (share: number) => WIDTH / 2 + (share / reach) * (WIDTH / 2 - 4)
  const at = (value: number) => x(shareOf(value, effect))
  const line = (from: number, to: number, y: number, className: string) =>
    svg('line', { x1: from, x2: to, y1: y, y2: y, class: className })
  return svg(
    'svg',
    { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: 'effect-range', 'aria-hidden': 'true', focusable: 'false' },
    svg('rect', {
      x: x(-margin),
      y: 4,
      width: x(margin) - x(-margin),
      height: 22,
      rx: 3,
      class: 'small-change',
    }),
    line(0, WIDTH, MIDDLE, 'axis'),
    svg('line', { x1: x(0), x2: x(0), y1: 2, y2: HEIGHT - 2, class: 'zero' }),
    line(at(effect.low), at(effect.high), MIDDLE, 'range'),
    svg('circle', { cx: at(effect.value), cy: MIDDLE, r: 5.5, class: 'point' }),
  )
}

function reachAlone(effect: Effect, margin: number): number {
  const ends = [effect.low, effect.high].map((end) => Math.abs(shareOf(end, effect)))
  return Math.max(...ends, margin * 2) * 1.1
}

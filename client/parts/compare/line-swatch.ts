import { lineShape } from '../../charts/line-looks.ts'
import { svg } from '../../dom.ts'

/** The dash and the mark of a line, as in the chart. */
export function lineSwatch(place: number): SVGElement {
  const { dash, mark } = lineShape(place)
  return svg(
    'svg',
    {
      viewBox: '0 0 34 12',
      width: 34,
      height: 12,
      class: `line-swatch series-${place + 1}`,
      'aria-hidden': 'true',
      focusable: 'false',
    },
    svg('path', { d: 'M0 6h34', class: 'line', 'stroke-dasharray': dash.join(' ') }),
    svg('path', { d: marks[mark], class: 'mark' }),
  )
}

const marks = {
  circle: 'M13 6a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  rect: 'M13.5 2.5h7v7h-7z',
  triangle: 'M17 1.5l4.5 8h-9z',
  rectRot: 'M17 1l5 5l-5 5l-5 -5z',
}

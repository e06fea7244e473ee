import { icons } from '../../server/charts/icon-shapes.ts'
import { svg } from '../dom.ts'

export type IconName = keyof typeof icons

/** Decoration only: the word beside it carries the meaning. */
export function icon(name: IconName): SVGElement {
  const shapes = icons[name].map(({ tag, attributes }) => svg(tag, attributes))
  return svg(
    'svg',
    { viewBox: '0 0 16 16', width: 16, height: 16, class: 'icon', 'aria-hidden': 'true', focusable: 'false' },
    ...shapes,
  )
}

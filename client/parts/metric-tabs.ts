import { formatEffect } from '../../server/text/format.ts'
import { el, unseen } from '../dom.ts'
import type { Figure } from '../brand-answer.ts'
import { brandPath } from '../route.ts'
import { isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { icon } from './icon.ts'

/** Jumps to each figure of the page, with its outcome beside the name. */
export function metricTabs(view: View, figures: readonly Figure[], opened: Figure | null): HTMLElement {
  const further = opened?.metric.key ?? null
  const links = [...figures, ...(opened ? [opened] : [])].map(({ metric, comparison }) => {
    const { state, effect } = comparison
    const isCalled = state === 'improved' || state === 'worse'
    const shape = isNotMoved(comparison) ? 'not_moved' : state
    return el(
      'li',
      {},
      el(
        'a',
        { class: `tab ${shape}`, href: view.link(brandPath(comparison.brand.id, metric.key, further)) },
        el('span', { class: `state ${shape}` }, icon(shape), unseen(view.text(`state.${shape}`))),
        el('span', {}, metric.name[view.language]),
        isCalled && effect ? el('b', {}, formatEffect(effect.value, effect.unit, view.language)) : null,
      ),
    )
  })
  return el('nav', { class: 'tabs', aria: { label: view.text('brand.figures') } }, el('ul', {}, ...links))
}

import type { Comparison, MetricKey } from '../../server/contract.ts'
import { el } from '../dom.ts'
import { figurePath, restsOnConversations } from '../list-query.ts'
import type { View } from '../view.ts'
import { restsOnRatings } from '../words.ts'

const labels = {
  before: ['behind.linkBefore', 'behind.linkRatingsBefore'],
  after: ['behind.linkAfter', 'behind.linkRatingsAfter'],
  now: ['behind.linkNow', 'behind.linkRatingsNow'],
} as const

/** Links to the conversations each window of a figure is made of; null where none stand behind it. */
export function rowsBehind(view: View, comparison: Comparison, metric: MetricKey): HTMLElement | null {
  if (!restsOnConversations(metric)) return null
  const sides = comparison.after ? (['before', 'after'] as const) : (['before', 'now'] as const)
  const links = sides.flatMap((side) => {
    const window = comparison[side]
    if (!window || window.n === 0) return []
    const label = labels[side][restsOnRatings({ key: metric }) ? 1 : 0]
    return el(
      'li',
      {},
      el('a', { href: view.link(figurePath(comparison.brand.id, metric, window)) }, view.text(label)),
    )
  })
  if (links.length === 0) return null
  return el('ul', { class: 'rows-behind', aria: { label: view.text('behind.links') } }, ...links)
}

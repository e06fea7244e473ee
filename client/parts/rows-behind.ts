import type { Comparison, MetricKey } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import type { Child } from '../dom.ts'
import { el } from '../dom.ts'
import type { Leads } from '../charts/lead-to-rows.ts'
import { figurePath, restsOnConversations } from '../list-query.ts'
import type { View } from '../view.ts'
import { restsOnRatings } from '../words.ts'

const labels = {
  before: ['behind.linkBefore', 'behind.linkRatingsBefore'],
  after: ['behind.linkAfter', 'behind.linkRatingsAfter'],
  now: ['behind.linkNow', 'behind.linkRatingsNow'],
} as const

/**
 * Links to the conversations each window of a figure is made of; null where none stand behind it.
 * @param narrowed what the figure is narrowed to
 */
export function rowsBehind(
  view: View,
  comparison: Comparison,
  metric: MetricKey,
  narrowed?: URLSearchParams,
): HTMLElement | null {
  if (!restsOnConversations(metric)) return null
  const sides = comparison.after ? (['before', 'after'] as const) : (['before', 'now'] as const)
  const links = sides.flatMap((side) => {
    const window = comparison[side]
    if (!window || window.n === 0) return []
    const label = labels[side][restsOnRatings({ key: metric }) ? 1 : 0]
    return el(
      'li',
      {},
      el(
        'a',
        { href: view.link(figurePath(comparison.brand.id, metric, window, narrowed)) },
        view.text(label),
      ),
    )
  })
  if (links.length === 0) return null
  return el('ul', { class: 'rows-behind', aria: { label: view.text('behind.links') } }, ...links)
}

/** Lets the points of a chart lead to their rows. */
export function leadsOf(view: View, pathOf: Leads['pathOf']): Leads {
  return { pathOf, go: (path) => view.go(path), hint: view.text('behind.click') }
}

/** A count that leads to the rows it counts; a plain number where there are none to show. */
export function countLink(view: View, n: number | null, path: string | null): Child {
  return rowsLink(view, formatNumber(n, view.language), n === null || n === 0 ? null : path)
}

/** A number that leads to the rows it is made of; plain where there are none to show. */
export function rowsLink({ text, link }: View, words: string, path: string | null | undefined): Child {
  return path === null || path === undefined
    ? words
    : el('a', { href: link(path), aria: { label: `${words} ${text('behind.rows')}` } }, words)
}

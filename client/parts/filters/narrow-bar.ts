import { el } from '../../dom.ts'
import { withoutNarrowing } from '../../narrowing.ts'
import type { View } from '../../view.ts'
import { activeChips } from './active-chips.ts'
import type { NarrowBar } from './bar-contents.ts'
import { dayFields } from './filter-fields.ts'
import { moreFilters } from './more-filters.ts'

/**
 * Narrows a page; every choice is part of the address. On a narrow screen it folds into one button that tells how many
 * filters are active.
 */
export function narrowBar(view: View, bar: NarrowBar) {
  const { text } = view
  const { query, lead, today, usualDays, cleared = withoutNarrowing(query) } = bar
  const active = activeChips(view, bar)
  const more = moreFilters(view, bar)
  const node = el(
    'section',
    { class: 'filter-bar narrow', role: 'search', aria: { label: text('filter.label') } },
    el(
      'details',
      { class: 'filter-fold', id: 'filter-fold' },
      el(
        'summary',
        { id: 'filter-fold-heading', class: 'button' },
        text('filters.fold'),
        active.length > 0
          ? el('span', { class: 'filter-count' }, text('filters.active', { n: active.length }))
          : null,
      ),
    ),
    el(
      'div',
      { class: 'filter-body' },
      el('div', { class: 'filter-row' }, ...lead, ...dayFields(view, { ...bar, today }, usualDays)),
      more?.node,
    ),
    active.length > 0
      ? el(
          'div',
          { class: 'filter-chips' },
          el('ul', { aria: { label: text('filters.chips') } }, ...active),
          el(
            'button',
            {
              class: 'link-button',
              type: 'button',
              id: 'filter-clear',
              on: { click: () => bar.choose(cleared) },
            },
            text('filters.clearAll'),
          ),
        )
      : null,
    el('p', { class: 'filter-busy small', aria: { hidden: 'true' } }, text('filters.busy')),
  )
  return { node, watch: () => more?.watch() ?? (() => {}) }
}

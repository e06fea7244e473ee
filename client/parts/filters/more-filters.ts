import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { whenOpened } from '../more-details.ts'
import type { NarrowBar } from './bar-contents.ts'
import { filterSelect } from './filter-fields.ts'
import type { ListedName } from './filter-words.ts'
import { filterOptions } from './filter-words.ts'
import { loadChoices } from './load-choices.ts'

/** The filters that are not needed at first; null where the page has none. `watch` fetches what they offer. */
export function moreFilters(view: View, bar: NarrowBar) {
  const { text } = view
  const names = bar.offered.filter((name): name is ListedName => name !== 'from' && name !== 'to')
  const own = (bar.own ?? []).flatMap((one) =>
    one.options === null ? [] : [{ ...one, options: one.options }],
  )
  if (names.length + own.length === 0) return null
  const chosen = [...names, ...own.map(({ name }) => name)].filter((name) => bar.query.has(name)).length
  const host = el('div', { class: 'filter-row' })
  const node = el(
    'details',
    { class: 'filter-more', id: 'filter-more' },
    el(
      'summary',
      { id: 'filter-more-heading' },
      text('filter.more'),
      chosen > 0 ? el('span', { class: 'filter-count' }, String(chosen)) : null,
    ),
    host,
  )
  if (bar.choices) show(bar.choices)
  return { node, watch: () => (bar.choices ? () => {} : whenOpened(node, load)) }

  async function load(): Promise<() => void> {
    return loadChoices(view, host, { ask: (signal) => bar.loadChoices(signal), show })
  }

  function show(choices: FilterChoicesAnswer): void {
    const any = text('filter.any')
    host.replaceChildren(
      ...names.map((name) =>
        filterSelect(view, bar, {
          ...{ name, any, label: text(`filter.${name}`) },
          options: filterOptions(view, name, choices),
        }),
      ),
      ...own.map((one) => filterSelect(view, bar, { ...one, any })),
    )
  }
}

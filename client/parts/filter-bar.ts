import type { FilterChoicesAnswer } from '../../server/contract-conversations.ts'
import type { BrandSummary, MetricDescription } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { FilterName } from '../list-query.ts'
import { filterNames, restsOnConversations, withChoices } from '../list-query.ts'
import type { View } from '../view.ts'
import type { Fields } from './filters/filter-fields.ts'
import { dayFields, filterSelect } from './filters/filter-fields.ts'
import type { Choice } from './filters/filter-words.ts'
import { filterOptions } from './filters/filter-words.ts'

export type FilterBar = Fields & {
  choices: FilterChoicesAnswer
  brands: readonly BrandSummary[]
  /** Offered as a choice where given. */
  metrics?: readonly MetricDescription[]
  /** The latest day there may be something of. */
  today: string
}

/** Narrows a list of conversations; every choice is part of the address, and one that is not offered stays as it is. */
export function filterBar(view: View, bar: FilterBar): HTMLElement {
  const { text, language } = view
  const { choices, brands, metrics, query } = bar
  const select = (name: FilterName, options: readonly Choice[], any = text('filter.any')) =>
    filterSelect(view, bar, { name, label: text(`filter.${name}`), options, any })

  const first = [
    select(
      'brand',
      brands.map(({ id, name }) => ({ value: String(id), label: name })),
      text('filter.allBrands'),
    ),
    ...dayFields(view, bar),
    metrics
      ? filterSelect(view, bar, {
          name: 'metric',
          label: text('filter.metric'),
          options: metrics
            .filter(({ key }) => restsOnConversations(key))
            .map(({ key, name }) => ({ value: key, label: name[language] })),
          any: text('filter.noMetric'),
          // What counts, and its order, mean nothing without the figure.
          besides: { counted: null, ...(query.get('sort') === 'figure' && { sort: null }) },
        })
      : null,
  ]
  const more = [
    select(
      'source',
      (['chat', 'messaging', 'bot'] as const).map((one) => ({
        value: one,
        label: text(`row.source.${one}`),
      })),
    ),
    ...(['channel', 'language', 'topic', 'group', 'hours', 'open', 'bot'] as const).map((name) =>
      select(name, filterOptions(view, name, choices)),
    ),
    select(
      'rating',
      (['good', 'neutral', 'bad', 'none'] as const).map((one) => ({
        value: one,
        label: text(`row.rating.${one}`),
      })),
    ),
  ]
  const isNarrowed = [...filterNames, 'metric', 'counted'].some((name) => query.has(name))
  const moreChosen = ['source', 'channel', 'language', 'topic', 'group', 'hours', 'open', 'bot', 'rating']
  const chosen = moreChosen.filter((name) => query.has(name)).length
  const details = el(
    'details',
    { class: 'filter-more', id: 'filter-more' },
    el(
      'summary',
      { id: 'filter-more-heading' },
      text('filter.more'),
      chosen > 0 ? el('span', { class: 'filter-count' }, String(chosen)) : null,
    ),
    el('div', { class: 'filter-row' }, ...more),
  )
  return el(
    'section',
    { class: 'filter-bar', role: 'search', aria: { label: text('filter.label') } },
    el('div', { class: 'filter-row' }, ...first),
    details,
    isNarrowed
      ? el(
          'button',
          {
            class: 'link-button',
            type: 'button',
            id: 'filter-clear',
            on: { click: () => bar.choose(cleared(query)) },
          },
          text('conversations.clear'),
        )
      : null,
  )
}

/** Without any filter, in the same order. */
function cleared(query: URLSearchParams): URLSearchParams {
  return withChoices(query, {
    ...Object.fromEntries(filterNames.map((name) => [name, null])),
    metric: null,
    counted: null,
    ...(query.get('sort') === 'figure' && { sort: null }),
  })
}

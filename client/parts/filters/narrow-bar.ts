import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import { el } from '../../dom.ts'
import { withChoices } from '../../list-query.ts'
import type { NarrowingName } from '../../narrowing.ts'
import { narrowingOf, withoutNarrowing } from '../../narrowing.ts'
import type { View } from '../../view.ts'
import { whenOpened } from '../more-details.ts'
import { dayFields, filterSelect } from './filter-fields.ts'
import type { Fields } from './filter-fields.ts'
import { dayWords, filterOptions, valueWords } from './filter-words.ts'
import type { ListedName } from './filter-words.ts'

export type NarrowBar = Fields & {
  /** What the page can be narrowed by, in the order of the bar. */
  offered: readonly NarrowingName[]
  /** Null: they are fetched once somebody looks. */
  choices: FilterChoicesAnswer | null
  loadChoices(signal: AbortSignal): Promise<FilterChoicesAnswer>
  /** Which brand, which figure: what stands before the days. */
  lead: readonly HTMLElement[]
  /** The latest day there may be something of; null where the days are chosen elsewhere. */
  today: string | null
  /** What no days are called. */
  usualDays: string
}

/**
 * Narrows a page; every choice is part of the address. On a narrow screen it folds into one button that tells how many
 * filters are active.
 */
export function narrowBar(view: View, bar: NarrowBar) {
  const { text } = view
  const { query, lead, today, usualDays } = bar
  const active = chipsOf(view, bar)
  const first = [...lead, ...(today === null ? [] : dayFields(view, { ...bar, today }, usualDays))]
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
      first.length > 0 ? el('div', { class: 'filter-row' }, ...first) : null,
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
              on: { click: () => bar.choose(withoutNarrowing(query)) },
            },
            text('filters.clearAll'),
          ),
        )
      : null,
    el('p', { class: 'filter-busy small', aria: { hidden: 'true' } }, text('filters.busy')),
  )
  return { node, watch: () => more?.watch() ?? (() => {}) }
}

/** Whether a page that is narrowed by this is narrowed at all. */
export function isNarrowed(query: URLSearchParams): boolean {
  return narrowingOf(query).size > 0
}

function moreFilters(view: View, bar: NarrowBar) {
  const { text } = view
  const names = bar.offered.filter((name): name is ListedName => name !== 'from' && name !== 'to')
  if (names.length === 0) return null
  const chosen = names.filter((name) => bar.query.has(name)).length
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

  function show(choices: FilterChoicesAnswer): void {
    host.replaceChildren(
      ...names.map((name) =>
        filterSelect(view, bar, {
          name,
          label: text(`filter.${name}`),
          options: filterOptions(view, name, choices),
          any: text('filter.any'),
        }),
      ),
    )
  }

  async function load(): Promise<() => void> {
    const leaving = new AbortController()
    host.replaceChildren(el('p', { class: 'small', role: 'status' }, text('filters.choicesLoading')))
    void bar.loadChoices(leaving.signal).then(show, () => {
      if (leaving.signal.aborted) return
      host.replaceChildren(
        el(
          'p',
          { class: 'small', role: 'alert' },
          `${text('filters.choicesFailed')} `,
          el(
            'button',
            { class: 'link-button', type: 'button', on: { click: () => void load() } },
            text('error.retry'),
          ),
        ),
      )
    })
    return () => leaving.abort()
  }
}

/** What is active, each with the way to take it away. */
function chipsOf(view: View, { query, choices, choose }: NarrowBar): HTMLElement[] {
  const { text } = view
  const days = dayWords(view, query)
  const listed = (['channel', 'language', 'topic', 'group', 'hours', 'open', 'bot'] as const).flatMap(
    (name) => {
      const values = query.get(name)
      if (values === null) return []
      return [chip(name, text(`filter.${name}`), valueWords(view, name, values, choices), { [name]: null })]
    },
  )
  return days === null
    ? listed
    : [chip('days', text('filter.days'), days, { from: null, to: null }), ...listed]

  function chip(
    id: string,
    name: string,
    value: string,
    without: Partial<Record<NarrowingName, null>>,
  ): HTMLElement {
    return el(
      'li',
      {},
      el(
        'button',
        {
          class: 'chip',
          type: 'button',
          id: `chip-${id}`,
          aria: { label: text('filters.remove', { name, value }) },
          on: { click: () => choose(withChoices(query, without)) },
        },
        el('span', { aria: { hidden: 'true' } }, text('filters.chip', { name, value })),
        el('span', { class: 'chip-cross', aria: { hidden: 'true' } }, '×'),
      ),
    )
  }
}

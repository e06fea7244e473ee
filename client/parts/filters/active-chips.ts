import { el } from '../../dom.ts'
import type { ListName } from '../../list-query.ts'
import { withChoices } from '../../list-query.ts'
import type { View } from '../../view.ts'
import type { NarrowBar, OwnFilter } from './bar-contents.ts'
import { dayWords, valueWords } from './filter-words.ts'

const listedNames = ['channel', 'language', 'topic', 'group', 'hours', 'open', 'bot'] as const

/** What is active, each with the way to take it away. */
export function activeChips(
  view: View,
  { query, choices, choose, own = [] }: Pick<NarrowBar, 'query' | 'choices' | 'choose' | 'own'>,
): HTMLElement[] {
  const { text } = view
  const days = dayWords(view, query)
  return [
    ...(days === null ? [] : [chip('days', text('filter.days'), days, { from: null, to: null })]),
    ...listedNames.flatMap((name) => {
      const values = query.get(name)
      if (values === null) return []
      return [chip(name, text(`filter.${name}`), valueWords(view, name, values, choices), { [name]: null })]
    }),
    ...own.flatMap((one) => {
      const values = query.get(one.name)
      if (values === null) return []
      return [chip(one.name, one.label, ownWords(view, one, values), { ...one.besides, [one.name]: null })]
    }),
  ]

  function chip(
    id: string,
    name: string,
    value: string,
    without: Partial<Record<ListName, null>>,
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

/** Several values can be written into an address. */
function ownWords({ language }: View, { options, words }: OwnFilter, values: string): string {
  const labels = values
    .split(',')
    .map((value) => words?.(value) ?? options?.find((option) => option.value === value)?.label ?? value)
  return new Intl.ListFormat(language, { type: 'disjunction', style: 'narrow' }).format(labels)
}

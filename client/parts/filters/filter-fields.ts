import { addDays } from '../../../server/periods/day.ts'
import { el } from '../../dom.ts'
import type { ListName } from '../../list-query.ts'
import { withChoices } from '../../list-query.ts'
import type { View } from '../../view.ts'
import type { Choice } from './filter-words.ts'

export type Fields = {
  /** The choices as they stand in the address. */
  query: URLSearchParams
  /** Goes to the address of other choices. */
  choose(query: URLSearchParams): void
}
type Select = {
  name: ListName
  label: string
  options: readonly Choice[]
  /** What no choice is called. */
  any: string
  /** What another choice changes beside itself. */
  besides?: Partial<Record<ListName, null>>
}

const lengths = [28, 84] as const

/** One choice out of several; one that is not offered stays as it is. */
export function filterSelect(
  { text }: Pick<View, 'text'>,
  { query, choose }: Fields,
  { name, label, options, any, besides = {} }: Select,
): HTMLElement {
  const asked = query.get(name) ?? ''
  const isOffered = asked === '' || options.some(({ value }) => value === asked)
  // Several values can be written into an address; the list of one choice keeps them until another is made.
  const several = asked.split(',').length
  const shown = isOffered
    ? options
    : [...options, { value: asked, label: several > 1 ? text('filter.several', { n: several }) : asked }]
  const select = el(
    'select',
    {
      id: `filter-${name}`,
      on: {
        change: () =>
          choose(withChoices(query, { [name]: select.value === '' ? null : select.value, ...besides })),
      },
    },
    el('option', { value: '', selected: asked === '' }, any),
    ...shown.map(({ value, label: words }) => el('option', { value, selected: value === asked }, words)),
  )
  return filterField(label, select, asked !== '')
}

/**
 * Some lengths up to today, and any two days; people name the last day, addresses the day after.
 * @param all what no days are called
 */
export function dayFields(
  { text }: Pick<View, 'text'>,
  { query, today, choose }: Fields & { today: string },
  all: string = text('filter.preset.all'),
): HTMLElement[] {
  const [from, to] = [query.get('from') ?? '', query.get('to') ?? '']
  const tomorrow = addDays(today, 1)
  const length = lengths.find((days) => from === addDays(tomorrow, -days) && (to === tomorrow || to === ''))
  const current = from === '' && to === '' ? 'all' : length === undefined ? 'own' : String(length)
  const preset = el(
    'select',
    {
      id: 'filter-days',
      on: {
        change: () => {
          if (preset.value === 'all') return choose(withChoices(query, { from: null, to: null }))
          const days = preset.value === 'own' ? lengths[0] : Number(preset.value)
          // Days of one's own begin with those of the last weeks, whose end is left open.
          const end = preset.value === 'own' ? today : tomorrow
          choose(withChoices(query, { from: addDays(tomorrow, -days), to: end }))
        },
      },
    },
    ...(['28', '84', 'all', 'own'] as const).map((value) =>
      el(
        'option',
        { value, selected: value === current },
        value === 'all' ? all : text(`filter.preset.${value}`),
      ),
    ),
  )
  const fields = [filterField(text('filter.days'), preset, current !== 'all')]
  if (current !== 'own') return fields
  const lastDay = to === '' ? '' : addDays(to, -1)
  return [
    ...fields,
    dayField('filter-from', text('filter.from'), from, (value) =>
      value === ''
        ? { from: null }
        : { from: value, ...(lastDay !== '' && value > lastDay && { to: addDays(value, 1) }) },
    ),
    dayField('filter-to', text('filter.to'), lastDay, (value) =>
      value === '' ? { to: null } : { to: addDays(value, 1), ...(value < from && { from: value }) },
    ),
  ]

  function dayField(
    id: string,
    label: string,
    value: string,
    changed: (value: string) => Partial<Record<'from' | 'to', string | null>>,
  ): HTMLElement {
    const input: HTMLInputElement = el('input', {
      type: 'date',
      id,
      value,
      on: { change: () => choose(withChoices(query, changed(input.value))) },
    })
    return filterField(label, input, value !== '')
  }
}

/** A control under its name, marked where a choice was made. */
export function filterField(label: string, control: HTMLElement, isSet: boolean): HTMLElement {
  return el(
    'div',
    { class: isSet ? 'filter-field set' : 'filter-field' },
    el('label', { htmlFor: control.id }, label),
    control,
  )
}

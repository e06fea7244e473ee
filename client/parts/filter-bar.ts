import type { FilterChoicesAnswer } from '../../server/contract-conversations.ts'
import type { BrandSummary, MetricDescription } from '../../server/contract.ts'
import { addDays } from '../../server/periods/day.ts'
import { channelWords, languageWords, topicWords } from '../../server/text/conversation-words.ts'
import { el } from '../dom.ts'
import type { FilterName } from '../list-query.ts'
import { filterNames, restsOnConversations, withChoices } from '../list-query.ts'
import type { View } from '../view.ts'

export type FilterBar = {
  /** The choices as they stand in the address. */
  query: URLSearchParams
  choices: FilterChoicesAnswer
  brands: readonly BrandSummary[]
  /** Offered as a choice where given. */
  metrics?: readonly MetricDescription[]
  /** The latest day there may be something of. */
  today: string
  /** Goes to the address of other choices. */
  choose(query: URLSearchParams): void
}
type Choice = { value: string; label: string }

const lengths = [28, 84] as const
const hourBlocks = ['night', 'morning', 'afternoon', 'evening'] as const

/** Narrows what a page shows; every choice is part of the address, and one that is not offered stays as it is. */
export function filterBar(view: View, bar: FilterBar): HTMLElement {
  const { text, language } = view
  const { choices, brands, metrics, query } = bar
  const select = (name: FilterName | 'metric', label: string, options: readonly Choice[], any?: string) =>
    selectOf(view, bar, { name, label, options, any: any ?? text('filter.any') })
  const of = <Value extends string>(values: readonly Value[], label: (value: Value) => string): Choice[] =>
    values.map((value) => ({ value, label: label(value) }))

  const first = [
    select(
      'brand',
      text('filter.brand'),
      brands.map(({ id, name }) => ({ value: String(id), label: name })),
      text('filter.allBrands'),
    ),
    ...daysOf(view, bar),
    metrics
      ? select(
          'metric',
          text('filter.metric'),
          metrics
            .filter(({ key }) => restsOnConversations(key))
            .map(({ key, name }) => ({ value: key, label: name[language] })),
          text('filter.noMetric'),
        )
      : null,
  ]
  const more = [
    select(
      'source',
      text('filter.source'),
      of(['chat', 'messaging', 'bot'] as const, (one) => text(`row.source.${one}`)),
    ),
    select(
      'channel',
      text('filter.channel'),
      of(choices.channels, (channel) => channelWords(channel, language)),
    ),
    select(
      'language',
      text('filter.language'),
      of(choices.languages, (code) => languageWords(code, language)),
    ),
    select(
      'topic',
      text('filter.topic'),
      of(choices.topics, (topic) => topicWords(topic, language)),
    ),
    select(
      'group',
      text('filter.group'),
      choices.groups.map(({ id, name }) => ({
        value: id,
        label: name ?? (id === 'unknown' ? text('row.word.unknown') : id),
      })),
    ),
    select(
      'hours',
      text('filter.hours'),
      of(hourBlocks, (block) => text(`filter.hours.${block}`)),
    ),
    select('open', text('filter.open'), [{ value: '1', label: text('filter.openOnly') }]),
    select(
      'bot',
      text('filter.bot'),
      of(['yes', 'no', 'unknown'] as const, (one) => text(`filter.bot.${one}`)),
    ),
    select(
      'rating',
      text('filter.rating'),
      of(['good', 'neutral', 'bad', 'none'] as const, (one) => text(`row.rating.${one}`)),
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

function selectOf(
  { text }: View,
  { query, choose }: FilterBar,
  {
    name,
    label,
    options,
    any,
  }: { name: FilterName | 'metric'; label: string; options: readonly Choice[]; any: string },
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
          choose(
            withChoices(query, {
              [name]: select.value === '' ? null : select.value,
              // What counts, and its order, mean nothing without the figure.
              ...(name === 'metric' && { counted: null }),
              ...(name === 'metric' && query.get('sort') === 'figure' && { sort: null }),
            }),
          ),
      },
    },
    el('option', { value: '', selected: asked === '' }, any),
    ...shown.map(({ value, label: words }) => el('option', { value, selected: value === asked }, words)),
  )
  return field(label, select, asked !== '')
}

/** Some lengths up to today, and any two days; people name the last day, addresses the day after. */
function daysOf({ text }: View, { query, today, choose }: FilterBar): HTMLElement[] {
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
      el('option', { value, selected: value === current }, text(`filter.preset.${value}`)),
    ),
  )
  const fields = [field(text('filter.days'), preset, current !== 'all')]
  if (current !== 'own') return fields
  const day = (
    id: string,
    value: string,
    changed: (value: string) => Partial<Record<'from' | 'to', string | null>>,
  ) => {
    const input: HTMLInputElement = el('input', {
      type: 'date',
      id,
      value,
      on: { change: () => choose(withChoices(query, changed(input.value))) },
    })
    return input
  }
  const lastDay = to === '' ? '' : addDays(to, -1)
  return [
    ...fields,
    field(
      text('filter.from'),
      day('filter-from', from, (value) =>
        value === ''
          ? { from: null }
          : { from: value, ...(lastDay !== '' && value > lastDay && { to: addDays(value, 1) }) },
      ),
      from !== '',
    ),
    field(
      text('filter.to'),
      day('filter-to', lastDay, (value) =>
        value === '' ? { to: null } : { to: addDays(value, 1), ...(value < from && { from: value }) },
      ),
      to !== '',
    ),
  ]
}

function field(label: string, control: HTMLElement, isSet: boolean): HTMLElement {
  return el(
    'div',
    { class: isSet ? 'filter-field set' : 'filter-field' },
    el('label', { htmlFor: control.id }, label),
    control,
  )
}

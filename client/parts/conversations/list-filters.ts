import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import type { CsatSource } from '../../../server/contract-csat.ts'
import type { BrandSummary, MetricDescription } from '../../../server/contract.ts'
import { hoursWords, weekdayName } from '../../../server/text/week-words.ts'
import { choicesOfFigure, listPath, restsOnConversations, withoutFilters } from '../../list-query.ts'
import { narrowingNames } from '../../narrowing.ts'
import { binWords } from '../../spread-words.ts'
import type { View } from '../../view.ts'
import { stepName } from '../bot/funnel.ts'
import type { OwnFilter } from '../filters/bar-contents.ts'
import { filterSelect } from '../filters/filter-fields.ts'
import { narrowBar } from '../filters/narrow-bar.ts'

type Shown = {
  query: URLSearchParams
  choices: FilterChoicesAnswer
  brands: readonly BrandSummary[]
  metrics: readonly MetricDescription[]
  /** The latest day there may be something of. */
  today: string
}

const csatSources = ['chat_rating', 'legacy_rating', 'survey'] as const satisfies readonly CsatSource[]

/** The filters of the list; every choice is part of the address. */
export function listFilters(view: View, shown: Shown) {
  const { text, language } = view
  const { query, choices, brands, metrics } = shown
  const sort = query.get('sort') === 'figure' ? { sort: null } : {}
  const withoutFigure = { ...choicesOfFigure, ...sort }
  const brandOptions = brands.map(({ id, name }) => ({ value: String(id), label: name }))
  const metricOptions = metrics.map(({ key, name }) => ({ value: key, label: name[language] }))
  const choose = (next: URLSearchParams) => view.choose(listPath(next))
  const leadSelect = (name: 'brand' | 'metric', any: string, options: typeof brandOptions, besides = {}) =>
    filterSelect(view, { query, choose }, { name, label: text(`filter.${name}`), options, any, besides })
  return narrowBar(view, {
    query,
    choose,
    offered: narrowingNames,
    own: [
      { name: 'brand', label: text('filter.brand'), options: null, words: labelIn(brandOptions) },
      {
        ...{ name: 'metric', label: text('filter.metric'), options: null, words: labelIn(metricOptions) },
        besides: withoutFigure,
      },
      ...rowFilters(view, query),
    ],
    choices,
    loadChoices: (signal) => view.api.readFilterChoices(query.get('brand') ?? 'all', signal),
    lead: [
      leadSelect('brand', text('filter.allBrands'), brandOptions),
      leadSelect(
        'metric',
        text('filter.noMetric'),
        metricOptions.filter((_, place) => restsOnConversations(metrics[place].key)),
        // A figure, a step and an hour of the team each say by themselves what counts.
        { ...withoutFigure, step: null, team: null },
      ),
    ],
    today: shown.today,
    usualDays: text('filter.preset.all'),
    cleared: withoutFilters(query),
  })
}

/** What only a list of conversations can be narrowed by. */
function rowFilters(view: View, query: URLSearchParams): OwnFilter[] {
  const { text, language } = view
  const metric = query.get('metric')
  const hasSource = metric === 'csat' || metric === 'csat_response_rate'
  const of = <const Value extends string>(values: readonly Value[], label: (value: Value) => string) =>
    values.map((value) => ({ value, label: label(value) }))
  return [
    {
      ...{ name: 'source', label: text('filter.source') },
      options: of(['chat', 'messaging', 'bot'], (one) => text(`row.source.${one}`)),
    },
    {
      ...{ name: 'weekday', label: text('filter.weekday') },
      options: of(['1', '2', '3', '4', '5', '6', '7'], (one) => weekdayName(Number(one) - 1, language)),
    },
    {
      ...{ name: 'hour', label: text('filter.hour') },
      options: of(hours, (one) => hoursWords(Number(one), Number(one) + 1, language)),
    },
    {
      ...{ name: 'rating', label: text('filter.rating') },
      options: of(['good', 'neutral', 'bad', 'none'], (one) => text(`row.rating.${one}`)),
    },
    {
      ...{ name: 'asked', label: text('filter.asked') },
      options: hasSource ? askedOptions() : null,
      words: labelIn(askedOptions()),
    },
    {
      ...{ name: 'took', label: text('filter.took'), options: null },
      words: (value) => tookWords(view, value),
    },
    {
      ...{ name: 'step', label: text('filter.step'), options: null },
      words: (value) => stepName(view, value) ?? value,
    },
    {
      ...{ name: 'team', label: text('filter.team'), options: null },
      words: (value) => (value === 'people' || value === 'all' ? text(`team.show.${value}`) : value),
    },
  ]

  function askedOptions() {
    return of(csatSources, (source) => text(`csat.source.${source}`))
  }
}

const hours = Array.from({ length: 24 }, (_, hour) => String(hour))

/** A length of an address in words; what is none stays as it is. */
function tookWords({ text, language }: View, value: string): string {
  if (value === 'unended') return text('distribution.unended')
  const ends = /^(\d+)-(\d*)$/.exec(value)
  if (!ends) return value
  return binWords({ from: Number(ends[1]), to: ends[2] === '' ? null : Number(ends[2]) }, language, text)
}

function labelIn(options: readonly { value: string; label: string }[]): (value: string) => string {
  return (value) => options.find((option) => option.value === value)?.label ?? value
}

import type { BrandSummary, ComparisonsAnswer } from '../../server/contract.ts'
import { dayOf } from '../../server/periods/zone.ts'
import { el } from '../dom.ts'
import type { Narrowing } from '../narrowing.ts'
import { dayNames, narrowingOf } from '../narrowing.ts'
import type { OverviewFigures } from '../overview-choices.ts'
import { overviewPath } from '../route.ts'
import { isNotMoved } from '../verdicts.ts'
import type { View } from '../view.ts'
import { choiceNotice } from './choice-notice.ts'
import { filterField } from './filters/filter-fields.ts'
import { narrowBar } from './filters/narrow-bar.ts'
import { narrowedNote, narrowingNotices } from './filters/narrowed-note.ts'

type Shown = {
  brands: readonly BrandSummary[]
  comparisons: ComparisonsAnswer
  narrowing: Narrowing
  figures: OverviewFigures
}

/** Which days and which figures the overview speaks of. */
export function overviewFilters(view: View, { brands, comparisons, narrowing, figures }: Shown) {
  const { text, language, route } = view
  const order = route.name === 'overview' ? route.order : 'attention'
  const isPart = figures.shown.length < figures.all.length
  const shown = isPart ? figures.shown.map(({ key }) => key).join(',') : ''
  const go = (query: URLSearchParams, metric: string) =>
    view.choose(
      overviewPath(order, new URLSearchParams([...(metric === '' ? [] : [['metric', metric]]), ...query])),
    )
  const several = figures.shown.length > 1 && isPart
  const select = el(
    'select',
    { id: 'filter-metric', on: { change: () => go(narrowing.query, select.value) } },
    el('option', { value: '', selected: !isPart }, text('filters.allFigures')),
    ...figures.all.map(({ key, name }) =>
      el('option', { value: key, selected: key === shown }, name[language]),
    ),
    several
      ? el('option', { value: shown, selected: true }, text('filter.several', { n: figures.shown.length }))
      : null,
  )
  const bar = narrowBar(view, {
    query: narrowing.query,
    offered: dayNames,
    choices: null,
    loadChoices: (signal) => view.api.readFilterChoices('all', signal),
    lead: [filterField(text('filters.figure'), select, isPart)],
    today: dayOf(Date.parse(comparisons.asOf), brands[0]?.zone ?? 'UTC'),
    usualDays: text('filters.daysReport'),
    choose: (query) => go(narrowingOf(query), shown),
  })
  const moved = comparisons.comparisons.filter((comparison) => !isNotMoved(comparison))
  const note =
    narrowing.query.size === 0
      ? null
      : narrowedNote(view, {
          left: null,
          list: narrowing.query,
          isTooFew: moved.every(({ state }) => state === 'not_enough_data'),
        })
  const notice = choiceNotice([
    ...figures.unknown.map((given) => text('filters.unknownFurther', { given: given.slice(0, 40) })),
    ...narrowingNotices(view, narrowing.problems),
  ])
  return { bar, note, notices: notice ? [notice] : [] }
}

import type { BrandSummary } from '../../server/contract.ts'
import { dayOf } from '../../server/periods/zone.ts'
import type { ChoiceProblem } from '../page-choice.ts'
import { choicePath, daysOf, parsePageChoice } from '../page-choice.ts'
import type { PageFilters } from '../page-filters.ts'
import { namesOf } from '../page-filters.ts'
import { dayNames, narrowingOf } from '../narrowing.ts'
import type { View } from '../view.ts'
import { choiceNotice } from './choice-notice.ts'
import { filterSelect } from './filters/filter-fields.ts'
import { narrowBar } from './filters/narrow-bar.ts'
import { narrowedNote, narrowingNotices } from './filters/narrowed-note.ts'

type Shown = {
  page: 'bot' | 'csat'
  filters: PageFilters
  brands: readonly BrandSummary[]
  /** Now. */
  asOf: string
}

/** Brand, days and filters of such a page, what of its address could not be used, and what being narrowed means. */
export function pageFilters(view: View, { page, filters, brands, asOf }: Shown) {
  const { text, api } = view
  const { choice, problems, narrowing, choices, left } = filters
  const query = new URLSearchParams([
    ...(choice.brand === 'all' ? [] : [['brand', String(choice.brand)]]),
    ...Object.entries(daysOf(choice)),
    ...narrowing.query,
  ])
  const choose = (next: URLSearchParams) =>
    view.choose(choicePath(page, { ...parsePageChoice(next).choice, filters: narrowingOf(next, false) }))
  const brand = filterSelect(
    view,
    { query, choose },
    {
      ...{ name: 'brand', label: text('filter.brand'), any: text('filter.allBrands') },
      options: brands.map(({ id, name }) => ({ value: String(id), label: name })),
    },
  )
  const own = brands.find(({ id }) => id === choice.brand) ?? brands.at(0)
  const bar = narrowBar(view, {
    query,
    offered: [...dayNames, ...namesOf(page)],
    choices,
    loadChoices: (signal) => api.readFilterChoices(String(choice.brand), signal),
    lead: [brand],
    today: dayOf(Date.parse(asOf), own?.zone ?? 'UTC'),
    usualDays: text('filters.daysReport'),
    choose,
  })
  return {
    notice: choiceNotice([...choiceProblems(view, problems), ...narrowingNotices(view, narrowing.problems)]),
    bar,
    note: narrowing.query.size === 0 ? null : narrowedNote(view, { left, list: query, isTooFew: false }),
  }
}

/** What in the address could not be used, and what was used instead. */
function choiceProblems(view: View, problems: readonly ChoiceProblem[]): string[] {
  return problems.map(({ field, given }) =>
    view.text(`choice.problem.${field}`, { given: given.slice(0, 40) }),
  )
}

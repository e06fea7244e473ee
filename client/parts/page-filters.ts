import type { BrandSummary } from '../../server/contract.ts'
import type { PageWindow } from '../../server/contract-bot.ts'
import { choicePath, daysOf } from '../page-choice.ts'
import type { PageFilters } from '../page-filters.ts'
import { namesOf } from '../page-filters.ts'
import { narrowingOf } from '../narrowing.ts'
import type { View } from '../view.ts'
import { choiceNotice } from './choice-notice.ts'
import { narrowBar } from './filters/narrow-bar.ts'
import { narrowedNote, narrowingNotices } from './filters/narrowed-note.ts'
import { choiceProblems, pageChoices } from './page-choices.ts'

type Shown = {
  page: 'bot' | 'csat'
  filters: PageFilters
  brands: readonly BrandSummary[]
  /** The days the page speaks of now. */
  window: Pick<PageWindow, 'from' | 'to'>
}

/** Brand, days and filters of such a page, what of its address could not be used, and what being narrowed means. */
export function pageFilters(view: View, { page, filters, brands, window }: Shown) {
  const { text, api } = view
  const { choice, problems, narrowing, choices, left } = filters
  const bar = narrowBar(view, {
    query: narrowing.query,
    offered: namesOf(page),
    choices,
    loadChoices: (signal) => api.readFilterChoices(String(choice.brand), signal),
    lead: [],
    today: null,
    usualDays: text('filters.daysReport'),
    choose: (query) => view.choose(choicePath(page, { ...choice, filters: narrowingOf(query) })),
  })
  const list = new URLSearchParams([
    ...(choice.brand === 'all' ? [] : [['brand', String(choice.brand)]]),
    ...Object.entries(daysOf(choice)),
    ...narrowing.query,
  ])
  return {
    notice: choiceNotice([...choiceProblems(view, problems), ...narrowingNotices(view, narrowing.problems)]),
    choices: pageChoices(view, { page, choice, brands, window }),
    bar,
    note: narrowing.query.size === 0 ? null : narrowedNote(view, { left, list, isTooFew: false }),
  }
}

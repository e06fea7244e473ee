import { dayOf } from '../../../server/periods/zone.ts'
import type { CompareAnswer } from '../../compare-answer.ts'
import { comparePath } from '../../compare-choices.ts'
import { narrowingNames, narrowingOf } from '../../narrowing.ts'
import { isNotMoved } from '../../verdicts.ts'
import type { View } from '../../view.ts'
import { narrowBar } from '../filters/narrow-bar.ts'
import { narrowedNote } from '../filters/narrowed-note.ts'

/** The filters of the page, and where any is active what that means. */
export function compareFilters(view: View, answer: CompareAnswer) {
  const { text, api, route } = view
  const { metric, narrowing, choices, comparisons, brands } = answer
  const lines = 'query' in route ? route.query.get('brands') : null
  const ids = lines === null ? null : lines.split(',').map(Number).filter(Number.isSafeInteger)
  const bar = narrowBar(view, {
    query: narrowing.query,
    offered: narrowingNames,
    choices,
    loadChoices: (signal) => api.readFilterChoices('all', signal),
    lead: [],
    today: dayOf(Date.parse(comparisons.asOf), brands[0]?.zone ?? 'UTC'),
    usualDays: text('filters.daysReport'),
    choose: (query) => view.choose(comparePath(metric.key, ids, narrowingOf(query))),
  })
  const moved = comparisons.comparisons.filter((comparison) => !isNotMoved(comparison))
  const note =
    narrowing.query.size === 0
      ? null
      : narrowedNote(view, {
          left: answer.left,
          list: narrowing.query,
          isTooFew: moved.every(({ state }) => state === 'not_enough_data'),
        })
  return { bar, note }
}

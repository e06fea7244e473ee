import type { ApiBudget } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import { fileValue, unitHeading } from '../downloads/file-units.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'

import { healthSource } from './health-source.ts'
import { progressBar } from './progress-banner.ts'
import { countColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { bucketName } from './stream-names.ts'

/** How much of each of Zendesk's limits is in use. */
export function apiBudgetTable(view: View, budgets: readonly ApiBudget[], asOf: string): HTMLElement {
  const { text } = view
  if (budgets.length === 0) return el('p', {}, text('budget.none'))
  return savedTable(
    view,
    healthSource(view, 'budgets', text('budget.title'), asOf),
    [
      { heading: text('budget.bucket'), cell: (row) => bucketName(row.bucket, text) },
      countColumn<ApiBudget>(view, text('budget.perMinute'), ({ perMinute }) => perMinute),
      {
        heading: text('budget.used'),
        cell: (row) => usedOf(row, view),
        file: [
          {
            heading: unitHeading(text('budget.used'), 'rate', text),
            value: ({ usedShare }) => fileValue(usedShare, 'rate'),
          },
        ],
      },
      countColumn<ApiBudget>(view, text('budget.today'), ({ requestsToday }) => requestsToday),
      countColumn<ApiBudget>(view, text('budget.refused'), ({ refusedToday }) => refusedToday),
    ],
    budgets,
  )
}

function usedOf({ bucket, usedShare, remaining, pausedUntil }: ApiBudget, view: View): HTMLElement {
  const { text, language } = view
  const percent = `${formatNumber(Math.round(usedShare * 100), language)}%`
  const label = `${bucketName(bucket, text)}: ${text('budget.used')}`
  return el(
    'span',
    { class: 'named' },
    el('span', { class: 'progress' }, progressBar(usedShare, label), percent),
    el('span', { class: 'small' }, text('budget.remaining', { n: formatNumber(remaining, language) })),
    pausedUntil !== null &&
      el('span', { class: 'small' }, text('budget.paused', { moment: momentWords(pausedUntil, view) })),
  )
}

import type { ApiBudget } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { plainTable } from './plain-table.ts'
import { progressBar } from './progress-banner.ts'
import { bucketName } from './stream-names.ts'

/** How much of each of Zendesk's limits is in use. */
export function apiBudgetTable(view: View, budgets: readonly ApiBudget[]): HTMLElement {
  const { text, language } = view
  if (budgets.length === 0) return el('p', {}, text('budget.none'))
  const number = (count: number) => formatNumber(count, language)
  return plainTable(
    text('budget.title'),
    [
      { heading: text('budget.bucket'), cell: (row) => bucketName(row.bucket, text) },
      { heading: text('budget.perMinute'), isNumeric: true, cell: (row) => number(row.perMinute) },
      { heading: text('budget.used'), cell: (row) => usedOf(row, view) },
      { heading: text('budget.today'), isNumeric: true, cell: (row) => number(row.requestsToday) },
      { heading: text('budget.refused'), isNumeric: true, cell: (row) => number(row.refusedToday) },
    ],
    budgets,
    'stacks',
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

import type { DeliveriesAnswer, ReportSummary } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { reportPath } from '../../report-place.ts'
import type { View } from '../../view.ts'
import { field, selectOf } from './form-fields.ts'
import { historyTable } from './history-table.ts'

export const historyOutcomes = ['sent', 'failed', 'unknown', 'skipped'] as const

/** The mails of a report by outcome, a page at a time. */
export function reportHistory(
  view: View,
  report: ReportSummary,
  { deliveries, next }: DeliveriesAnswer,
): HTMLElement {
  const { text } = view
  const query = view.route.name === 'reports' ? view.route.query : new URLSearchParams()
  const asked = historyOutcomes.find((known) => known === query.get('outcome')) ?? ''
  const path = (outcome: string, cursor: string | null) => {
    const choices = new URLSearchParams({
      ...(outcome !== '' && { outcome }),
      ...(cursor !== null && { cursor }),
    })
    const base = reportPath({ kind: 'history', id: report.id })
    return choices.size === 0 ? base : `${base}?${choices.toString()}`
  }
  const choice = selectOf(
    'history-outcome',
    [
      { value: '', label: text('history.outcome.all') },
      ...historyOutcomes.map((value) => ({ value, label: text(`history.outcome.${value}`) })),
    ],
    asked,
    (value) => view.choose(path(value, null)),
  )
  const isNarrowed = asked !== '' || query.has('cursor')
  return el(
    'section',
    { class: 'panel report-history' },
    el(
      'div',
      { class: 'history-choices' },
      field('outcome', text('history.outcome'), choice),
      el(
        'a',
        { class: 'button small', href: view.link(reportPath({ kind: 'edit', id: report.id })) },
        text('reports.editLong'),
      ),
    ),
    deliveries.length === 0
      ? el('p', {}, text(isNarrowed ? 'history.noneOf' : 'history.none'))
      : historyTable(view, report, deliveries),
    el(
      'p',
      { class: 'older' },
      query.has('cursor') ? el('a', { href: view.link(path(asked, null)) }, text('history.newest')) : null,
      next === null ? null : el('a', { href: view.link(path(asked, next)) }, text('history.older')),
    ),
  )
}

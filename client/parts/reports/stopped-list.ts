import type { ReportSummary } from '../../../server/contract-report.ts'
import { formatDay } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { reportProblem } from './problem-words.ts'

/** Addresses a report names that get nothing any more, why, and the way to put it right; null where there are none. */
export function stoppedList(view: View, { id, stopped }: ReportSummary): HTMLElement | null {
  const { text, language } = view
  if (stopped.length === 0) return null
  return el(
    'section',
    { class: 'panel', id: 'stopped', aria: { labelledby: 'stopped-title' } },
    el('h2', { id: 'stopped-title' }, text('stopped.title')),
    el(
      'ul',
      { class: 'stopped-list' },
      ...stopped.map(({ address, at, because, message }) => {
        const day = formatDay(at.slice(0, 10), language)
        const words =
          because === 'refused'
            ? text('stopped.refused', { day, message: message ?? '–' })
            : `${text('stopped.unsubscribed', { day })}. ${text('stopped.unsubscribedHint')}`
        return el(
          'li',
          {},
          el('div', {}, el('strong', {}, address), el('p', { class: 'small' }, words)),
          because === 'refused' ? clearButton(view, id, address) : null,
        )
      }),
    ),
  )
}

function clearButton(view: View, id: number, address: string): HTMLElement {
  const { text, api } = view
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const button = el(
    'button',
    {
      class: 'button small',
      type: 'button',
      aria: { label: text('stopped.clearOf', { address }) },
      on: {
        click: () =>
          void api.reports.clearRefused(id, address).then(view.reload, (error: unknown) => {
            outcome.textContent = reportProblem(error, text)
          }),
      },
    },
    text('stopped.clear'),
  )
  return el('div', {}, button, outcome)
}

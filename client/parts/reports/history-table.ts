import type { DeliverySummary, ReportSummary } from '../../../server/contract-report.ts'
import { formatDay, formatNumber } from '../../../server/text/format.ts'
import { formatLongSpan } from '../../../server/text/format-span.ts'
import type { Child } from '../../dom.ts'
import { el } from '../../dom.ts'
import { outboxPath, writtenMail } from '../../report-place.ts'
import { bytesWords, runWords } from '../../report-words.ts'
import type { View } from '../../view.ts'
import type { IconName } from '../icon.ts'
import { icon } from '../icon.ts'
import { plainTable } from '../plain-table.ts'
import { confirmDialog } from './confirm-dialog.ts'

type Outcome = NonNullable<DeliverySummary['outcome']> | 'open'

const icons: Record<Outcome, IconName> = {
  sent: 'check',
  failed: 'worse',
  unknown: 'warning',
  skipped: 'not_moved',
  open: 'clock',
}

/** Each mail of a report, what became of it and what may be done about it. Times are by the clock of the report. */
export function historyTable(
  view: View,
  { zone, name }: Pick<ReportSummary, 'zone' | 'name'>,
  deliveries: readonly DeliverySummary[],
): HTMLElement {
  const { text, language } = view
  return plainTable<DeliverySummary>(
    text('history.title', { name }),
    [
      { heading: text('history.at'), cell: ({ claimedAt }) => runWords(claimedAt, zone, language) },
      {
        heading: text('history.address'),
        cell: ({ address }) => el('span', { class: 'history-address' }, address),
      },
      { heading: text('history.mail'), cell: (one) => mailWords(view, one) },
      { heading: text('history.outcome'), cell: (one) => outcomeCell(view, zone, one) },
      { heading: text('history.size'), isNumeric: true, cell: ({ bytes }) => bytesWords(bytes, language) },
      {
        heading: text('history.attempts'),
        isNumeric: true,
        cell: ({ attempts }) => formatNumber(attempts, language),
      },
      { heading: text('history.actions'), cell: (one) => againButton(view, one) },
    ],
    deliveries,
    'stacks',
  )
}

function mailWords({ text, language }: View, { kind, occasion, week }: DeliverySummary): HTMLElement {
  const words =
    kind === 'report' && occasion !== null
      ? text('history.kind.report', { day: formatDay(occasion, language, 'short') })
      : text(kind === 'notice' ? 'history.kind.notice' : 'history.kind.to_me')
  return el(
    'span',
    { class: 'named' },
    words,
    el('span', { class: 'small' }, text('history.week', { week: formatLongSpan(week, language) })),
  )
}

function outcomeCell(view: View, zone: string, one: DeliverySummary): HTMLElement {
  const { text, language } = view
  const outcome = one.outcome ?? 'open'
  const said = messageWords(view, one)
  return el(
    'span',
    { class: 'named history-outcome' },
    el('span', { class: `delivery ${outcome}` }, icon(icons[outcome]), text(`history.outcome.${outcome}`)),
    one.isAskedAgain ? el('span', { class: 'small' }, text('history.outcome.asked')) : null,
    said === null ? null : el('span', { class: 'small' }, said),
    outcome === 'failed'
      ? el(
          'span',
          { class: 'small' },
          one.nextTryAt === null
            ? text('history.noNextTry')
            : text('history.nextTry', { moment: runWords(one.nextTryAt, zone, language) }),
        )
      : null,
  )
}

/** The reasons of our own in the reader's words; what a mail server says stays as it is. */
function messageWords({ text, link }: View, { outcome, message }: DeliverySummary): Child {
  if (message === null || message === '') return null
  const written = writtenMail(message)
  if (written !== null) return el('a', { href: link(outboxPath(written)) }, text('history.written'))
  if (outcome === 'skipped' && (message === 'nothing_new' || message === 'too_late'))
    return text(`history.skip.${message}`)
  return message
}

/** Only the mails of a report; a notice and a mail to oneself are written anew instead. */
function againButton(view: View, { id, kind, outcome, address, isAskedAgain }: DeliverySummary): Child {
  const { text, api } = view
  if (kind !== 'report' || outcome === null || isAskedAgain) return null
  return el(
    'button',
    {
      class: 'button small',
      type: 'button',
      id: `again-${id}`,
      aria: { label: text('history.againOf', { address }) },
      on: {
        click: () =>
          confirmDialog(view, {
            title: text('history.againTitle'),
            body: text(`history.againText.${outcome}`, { address }),
            button: text('history.again'),
            work: () => api.reports.sendAgain(id),
            done: view.reload,
          }),
      },
    },
    text('history.again'),
  )
}

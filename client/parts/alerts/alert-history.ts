import type { AlertEventSummary, AlertHistoryAnswer, AlertSummary } from '../../../server/contract-alert.ts'
import type { AlertWords } from '../../../server/text/alert-words.ts'
import { eventTitle } from '../../../server/text/alert-words.ts'
import { formatInstant, formatNumber } from '../../../server/text/format.ts'
import { alertPath } from '../../alert-place.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import type { IconName } from '../icon.ts'
import { icon } from '../icon.ts'
import { plainTable } from '../plain-table.ts'
import { figurePath } from './firing-list.ts'

type Shown = {
  history: AlertHistoryAnswer
  /** The one alert it is about; null for all. */
  only: AlertSummary | null
  words: AlertWords
  zone: string
}

const shapes: Record<AlertEventSummary['kind'], IconName> = {
  begun: 'warning',
  still: 'clock',
  over: 'check',
  changed: 'arrow',
}
const ends = ['sent', 'failed', 'unknown', 'waiting', 'dropped'] as const

/** What alerts noticed, newest first, and what became of the mails. */
export function alertHistory(view: View, { history, only, words, zone }: Shown): HTMLElement {
  const { text, language, link } = view
  const { events, isCut } = history
  return el(
    'section',
    { class: 'panel alert-history', id: 'alert-history' },
    el('h2', { tabIndex: -1 }, text('alert.history')),
    only === null
      ? el('p', { class: 'small' }, text('alert.historyText'))
      : el(
          'p',
          {},
          `${text('alert.historyOf', { name: only.name })} `,
          el('a', { href: link(alertPath()) }, text('alert.historyAll')),
        ),
    events.length === 0
      ? el('p', {}, text('alert.historyNone'))
      : plainTable(
          text('alert.history'),
          [
            {
              heading: text('alert.column.when'),
              cell: ({ at }: AlertEventSummary) => formatInstant(at, zone, language),
            },
            { heading: text('alert.column.what'), cell: (event) => whatOf(view, event, words) },
            ...(only === null
              ? [{ heading: text('alert.column.rule'), cell: ({ rule }: AlertEventSummary) => rule.name }]
              : []),
            { heading: text('alert.column.mails'), cell: (event) => mailsOf(view, event) },
          ],
          events,
          'stacks',
        ),
    isCut
      ? el('p', { class: 'small' }, text('alert.historyCut', { n: formatNumber(events.length, language) }))
      : null,
  )
}

function whatOf(
  { text, link }: View,
  { kind, brand, facts }: AlertEventSummary,
  words: AlertWords,
): HTMLElement {
  const title = eventTitle({ kind, brand: brand?.name ?? null, facts }, words)
  const address =
    facts.kind === 'data' || brand === null ? '/data-health' : figurePath(brand.id, facts.metric, words)
  return el(
    'span',
    { class: 'alert-what' },
    el(
      'span',
      { class: `alert-kind ${kind}` },
      icon(shapes[kind]),
      el('span', {}, text(`alert.kind.${kind}`)),
    ),
    el('a', { href: link(address) }, title),
  )
}

function mailsOf({ text, language }: View, { notices, dropped }: AlertEventSummary): HTMLElement {
  const counts = ends
    .filter((end) => notices[end] > 0)
    .map((end) => text(`alert.mails.${end}`, { n: formatNumber(notices[end], language) }))
  const words = counts.length === 0 ? text('alert.mails.nobody') : counts.join(', ')
  const why = dropped.map((reason) => text(`alert.dropped.${reason}`)).join(', ')
  return el(
    'span',
    { class: 'alert-what' },
    el('span', {}, words),
    why === '' ? null : el('span', { class: 'small' }, why),
  )
}

import type { StreamHealth, StreamState } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import { fileValue, unitHeading } from '../downloads/file-units.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { healthSource } from './health-source.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'

import { progressBar } from './progress-banner.ts'
import { momentColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { spanWords } from './span-words.ts'
import { streamName } from './stream-names.ts'

const marks: Record<StreamState, { icon: IconName; look: string }> = {
  waiting: { icon: 'not_enough_data', look: 'not_enough_data' },
  running: { icon: 'arrow', look: 'higher' },
  ok: { icon: 'improved', look: 'improved' },
  failed: { icon: 'worse', look: 'worse' },
  absent: { icon: 'not_comparable', look: 'not_comparable' },
  not_configured: { icon: 'not_moved', look: 'not_moved' },
}

/** One line per source: how far its history is, how far it lags behind, and what went wrong. */
export function streamsTable(view: View, streams: readonly StreamHealth[], asOf: string): HTMLElement {
  const { text } = view
  const isThere = ({ state }: StreamHealth) => state !== 'absent' && state !== 'not_configured'
  return savedTable(
    view,
    healthSource(view, 'streams', text('health.streams'), asOf),
    [
      { heading: text('health.stream'), cell: (stream) => nameAndError(stream, view) },
      { heading: text('health.state'), cell: ({ state }) => stateOf(state, view) },
      {
        heading: text('health.progress'),
        cell: (stream) => (isThere(stream) ? progressOf(stream, view) : '–'),
        file: [
          {
            heading: unitHeading(text('health.progress'), 'rate', text),
            value: (stream) => (isThere(stream) ? fileValue(stream.progress, 'rate') : null),
          },
        ],
      },
      {
        heading: text('health.lag'),
        cell: (stream) => lagOf(stream, asOf, view),
        file: [
          {
            heading: unitHeading(text('health.lag'), 'duration', text),
            value: ({ completeTo }) => secondsBehind(completeTo, asOf),
          },
          { heading: text('tools.completeTo'), value: ({ completeTo }) => completeTo },
        ],
      },
      {
        heading: text('health.rows'),
        isNumeric: true,
        cell: (stream) => rowsOf(stream, view),
        file: [
          { heading: text('health.rows'), value: ({ rows }) => rows },
          { heading: text('tools.putAside'), value: ({ putAside }) => putAside },
        ],
      },
      momentColumn<StreamHealth>(view, text('health.lastSuccess'), ({ lastSuccessAt }) => lastSuccessAt),
    ],
    streams,
  )
}

function rowsOf({ rows, putAside }: StreamHealth, { text, language }: View): HTMLElement {
  const aside = putAside > 0 && text('health.putAside', { n: formatNumber(putAside, language) })
  return el('span', { class: 'named' }, formatNumber(rows, language), aside && small(aside))
}

function nameAndError(stream: StreamHealth, { text, language }: View): HTMLElement {
  return el(
    'span',
    { class: 'named' },
    streamName(stream.stream, text),
    stream.error && el('span', { class: 'problem' }, stream.error[language]),
    stream.state === 'absent' && note(text('health.absentText')),
    stream.state === 'not_configured' && note(text('health.notConfiguredText')),
  )
}

function stateOf(state: StreamState, { text }: View): HTMLElement {
  const mark = marks[state]
  return el(
    'span',
    { class: `state ${mark.look}` },
    icon(mark.icon),
    el('span', {}, text(`streamState.${state}`)),
  )
}

function progressOf(stream: StreamHealth, view: View): HTMLElement {
  const { text, language } = view
  const percent = `${formatNumber(Math.floor(stream.progress * 100), language)}%`
  const label = `${streamName(stream.stream, text)}: ${text('progress.label')}`
  const bar = el('span', { class: 'progress' }, progressBar(stream.progress, label), percent)
  if (stream.progress >= 1) return bar
  return el('span', { class: 'named' }, bar, ...backlog(stream, view).map(small))
}

/** What is left, how fast it gets less, and how long that will take, as far as each is known. */
function backlog({ itemsLeft, rowsPerMinute, secondsLeft }: StreamHealth, view: View): string[] {
  const { text, language } = view
  const n = (count: number) => ({ n: formatNumber(count, language), count })
  const parts = [
    itemsLeft !== null && itemsLeft > 0 && text('health.itemsLeft', n(itemsLeft)),
    rowsPerMinute !== null && rowsPerMinute > 0 && text('health.pace', n(rowsPerMinute)),
    secondsLeft !== null && text('health.left', { span: spanWords(secondsLeft, view) }),
  ]
  return parts.filter((part) => part !== false)
}

function lagOf({ completeTo }: StreamHealth, asOf: string, view: View): HTMLElement | string {
  const seconds = secondsBehind(completeTo, asOf)
  if (completeTo === null || seconds === null) return '–'
  return el(
    'span',
    { class: 'named' },
    spanWords(seconds, view),
    small(view.text('health.completeTo', { moment: momentWords(completeTo, view) })),
  )
}

function secondsBehind(completeTo: string | null, asOf: string): number | null {
  return completeTo === null ? null : Math.max(0, (Date.parse(asOf) - Date.parse(completeTo)) / 1000)
}

function small(words: string): HTMLElement {
  return el('span', { class: 'small' }, words)
}

function note(words: string): HTMLElement {
  return el('span', { class: 'small note' }, words)
}

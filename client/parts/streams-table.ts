import type { StreamHealth } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'
import { plainTable } from './plain-table.ts'
import { progressBar } from './progress-banner.ts'
import { streamName } from './stream-names.ts'

const marks: Record<StreamHealth['state'], { icon: IconName; look: string }> = {
  waiting: { icon: 'not_enough_data', look: 'not_enough_data' },
  running: { icon: 'arrow', look: 'higher' },
  ok: { icon: 'improved', look: 'improved' },
  failed: { icon: 'worse', look: 'worse' },
}

/** One line per source: how far its history is, how fresh it is, and what went wrong. */
export function streamsTable(view: View, streams: readonly StreamHealth[]): HTMLElement {
  const { text, language } = view
  const moment = (iso: string | null) => (iso === null ? '–' : momentWords(iso, view))
  return plainTable(
    text('health.streams'),
    [
      { heading: text('health.stream'), cell: (stream) => nameAndError(stream, text) },
      { heading: text('health.state'), cell: (stream) => stateOf(stream, text) },
      { heading: text('health.progress'), cell: (stream) => progressOf(stream, view) },
      {
        heading: text('health.rows'),
        isNumeric: true,
        cell: (stream) => formatNumber(stream.rows, language),
      },
      { heading: text('health.completeTo'), cell: (stream) => moment(stream.completeTo) },
      { heading: text('health.lastSuccess'), cell: (stream) => moment(stream.lastSuccessAt) },
    ],
    streams,
    'stacks',
  )
}

function nameAndError(stream: StreamHealth, text: Text): HTMLElement {
  const problem = stream.error === null ? null : el('span', { class: 'problem' }, stream.error)
  return el('span', { class: 'named' }, streamName(stream.stream, text), problem)
}

function stateOf({ state }: StreamHealth, text: Text): HTMLElement {
  const mark = marks[state]
  return el(
    'span',
    { class: `state ${mark.look}` },
    icon(mark.icon),
    el('span', {}, text(`streamState.${state}`)),
  )
}

function progressOf(stream: StreamHealth, { text, language }: View): HTMLElement {
  const percent = `${formatNumber(Math.floor(stream.progress * 100), language)}%`
  const label = `${streamName(stream.stream, text)}: ${text('progress.label')}`
  return el('span', { class: 'progress' }, progressBar(stream.progress, label), percent)
}

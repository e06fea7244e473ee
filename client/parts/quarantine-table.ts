import type { QuarantineGroup } from '../../server/contract.ts'
import { quarantineReason } from '../../server/text/quarantine-reasons.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { countColumn, momentColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { streamName } from './stream-names.ts'

/** Rows that could not be read, by source, place and reason. */
export function quarantineTable(
  view: View,
  quarantine: readonly QuarantineGroup[],
  asOf: string,
): HTMLElement {
  const { text, language } = view
  if (quarantine.length === 0) return el('p', {}, text('health.quarantineNone'))
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('quarantine.text')),
    savedTable(
      view,
      healthSource(view, 'quarantine', text('health.quarantine'), asOf),
      [
        { heading: text('health.stream'), cell: (row) => streamName(row.stream, text) },
        { heading: text('quarantine.path'), cell: (row) => el('code', {}, row.path) },
        {
          heading: text('quarantine.reason'),
          cell: (row) => el('span', { class: 'wrapped' }, quarantineReason(row.reason, language)),
        },
        countColumn<QuarantineGroup>(view, text('quarantine.count'), ({ count }) => count),
        momentColumn<QuarantineGroup>(view, text('quarantine.firstSeen'), ({ firstSeenAt }) => firstSeenAt),
        { heading: text('quarantine.example'), cell: (row) => el('code', {}, row.exampleId) },
      ],
      quarantine,
    ),
  )
}

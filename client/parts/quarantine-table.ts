import type { QuarantineGroup } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { quarantineReason } from '../../server/text/quarantine-reasons.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { plainTable } from './plain-table.ts'
import { streamName } from './stream-names.ts'

/** Rows that could not be read, by source, place and reason. */
export function quarantineTable(view: View, quarantine: readonly QuarantineGroup[]): HTMLElement {
  const { text, language } = view
  if (quarantine.length === 0) return el('p', {}, text('health.quarantineNone'))
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('quarantine.text')),
    plainTable(
      text('health.quarantine'),
      [
        { heading: text('health.stream'), cell: (row) => streamName(row.stream, text) },
        { heading: text('quarantine.path'), cell: (row) => el('code', {}, row.path) },
        {
          heading: text('quarantine.reason'),
          cell: (row) => el('span', { class: 'wrapped' }, quarantineReason(row.reason, language)),
        },
        {
          heading: text('quarantine.count'),
          isNumeric: true,
          cell: (row) => formatNumber(row.count, language),
        },
        { heading: text('quarantine.firstSeen'), cell: (row) => momentWords(row.firstSeenAt, view) },
        { heading: text('quarantine.example'), cell: (row) => el('code', {}, row.exampleId) },
      ],
      quarantine,
      'stacks',
    ),
  )
}

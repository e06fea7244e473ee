import type { DataHealthAnswer } from '../../server/contract.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { plainTable } from './plain-table.ts'
import { streamName } from './stream-names.ts'

/** Rows that could not be read, by source and reason. */
export function quarantineTable(view: View, quarantine: DataHealthAnswer['quarantine']): HTMLElement {
  const { text, language } = view
  if (quarantine.length === 0) return el('p', {}, text('health.quarantineNone'))
  return el(
    'div',
    {},
    el('p', {}, text('health.quarantineText')),
    plainTable(
      text('health.quarantine'),
      [
        { heading: text('health.stream'), cell: (row) => streamName(row.stream, text) },
        { heading: text('health.reason'), cell: (row) => row.reason },
        { heading: text('health.count'), isNumeric: true, cell: (row) => formatNumber(row.count, language) },
      ],
      quarantine,
      'stacks',
    ),
  )
}

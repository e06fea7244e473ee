import type { DetailCoverage } from '../../server/contract-health.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { progressBar } from './progress-banner.ts'
import { countColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'

/** Of how many tickets the messages are known, brand by brand, and where a sample speaks for all. */
export function detailCoverage(view: View, details: readonly DetailCoverage[], asOf: string): HTMLElement {
  const { text, language } = view
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('coverage.text')),
    savedTable(
      view,
      healthSource(view, 'coverage', text('coverage.title'), asOf),
      [
        { heading: text('coverage.brand'), cell: ({ brand }) => brand.name },
        countColumn<DetailCoverage>(view, text('coverage.tickets'), ({ tickets }) => tickets),
        {
          heading: text('coverage.sample'),
          isNumeric: true,
          cell: ({ tickets, sampled }) =>
            sampled < tickets
              ? text('coverage.sampled', { n: formatNumber(sampled, language) })
              : text('coverage.all'),
          file: [{ heading: text('coverage.sample'), value: ({ sampled }) => sampled }],
        },
        {
          heading: text('coverage.known'),
          cell: (row) => knownOf(row, view),
          file: [{ heading: text('coverage.known'), value: ({ known }) => known }],
        },
        countColumn<DetailCoverage>(view, text('coverage.unreadable'), ({ unreadable }) => unreadable),
      ],
      details,
    ),
  )
}

function knownOf({ brand, sampled, known }: DetailCoverage, { text, language }: View): HTMLElement {
  const share = sampled > 0 ? known / sampled : 1
  const label = `${brand.name}: ${text('coverage.known')}`
  const percent = `${formatNumber(Math.floor(share * 100), language)}%`
  return el('span', { class: 'progress' }, progressBar(share, label), percent)
}

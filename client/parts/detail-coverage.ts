import type { DetailCoverage } from '../../server/contract-health.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { plainTable } from './plain-table.ts'
import { progressBar } from './progress-banner.ts'

/** Of how many tickets the messages are known, brand by brand, and where a sample speaks for all. */
export function detailCoverage(view: View, details: readonly DetailCoverage[]): HTMLElement {
  const { text, language } = view
  const number = (count: number) => formatNumber(count, language)
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('coverage.text')),
    plainTable(
      text('coverage.title'),
      [
        { heading: text('coverage.brand'), cell: ({ brand }) => brand.name },
        { heading: text('coverage.tickets'), isNumeric: true, cell: ({ tickets }) => number(tickets) },
        {
          heading: text('coverage.sample'),
          isNumeric: true,
          cell: ({ tickets, sampled }) =>
            sampled < tickets ? text('coverage.sampled', { n: number(sampled) }) : text('coverage.all'),
        },
        { heading: text('coverage.known'), cell: (row) => knownOf(row, view) },
        {
          heading: text('coverage.unreadable'),
          isNumeric: true,
          cell: ({ unreadable }) => number(unreadable),
        },
      ],
      details,
      'stacks',
    ),
  )
}

function knownOf({ brand, sampled, known }: DetailCoverage, { text, language }: View): HTMLElement {
  const share = sampled > 0 ? known / sampled : 1
  const label = `${brand.name}: ${text('coverage.known')}`
  const percent = `${formatNumber(Math.floor(share * 100), language)}%`
  return el('span', { class: 'progress' }, progressBar(share, label), percent)
}

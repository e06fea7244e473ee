import type { DataGap } from '../../server/contract-health.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import type { View } from '../view.ts'
import { healthSource } from './health-source.ts'
import { momentColumn } from './saved-columns.ts'
import { savedTable } from './saved-table.ts'
import { gapPartName } from './stream-names.ts'

/** What to change, by the name it has where it is changed. */
const settings: Partial<Record<DataGap['kind'], string>> = {
  channel: 'messagingChannels',
  bot: 'bots',
  bot_export_key: 'AI_AGENTS_API_KEY',
}

/** What is in no figure though nothing failed, how much that is, and what would change it. */
export function gapTable(view: View, gaps: readonly DataGap[], asOf: string): HTMLElement {
  const { text } = view
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('gap.text')),
    savedTable(
      view,
      healthSource(view, 'gaps', text('gap.title'), asOf),
      [
        { heading: text('gap.what'), cell: (gap) => what(gap, text) },
        { heading: text('gap.count'), cell: (gap) => howMuch(gap, view) },
        momentColumn<DataGap>(view, text('gap.since'), ({ since }) => since),
        {
          heading: text('gap.do'),
          cell: (gap) => el('span', { class: 'wrapped' }, whatToDo(gap, text)),
        },
      ],
      gaps,
    ),
  )
}

function what({ kind, name }: DataGap, text: Text): string {
  if (kind === 'bot' && name === null) return text('gap.bot.unnamed')
  return text(`gap.${kind}`, { name: gapPartName(name ?? '', text) })
}

function howMuch({ kind, count }: DataGap, { text, language }: View): string {
  if (count === null || (kind !== 'channel' && kind !== 'bot')) return '–'
  return text(`gap.${kind}.count`, { n: formatNumber(count, language), count })
}

function whatToDo({ kind, name }: DataGap, text: Text): string {
  if (kind === 'bot' && name === null) return text('gap.bot.unnamed.do')
  return text(`gap.${kind}.do`, {
    name: name ?? '',
    setting: settings[kind] ?? '',
    product: 'AI agents – Advanced',
  })
}

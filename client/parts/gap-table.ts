import type { DataGap } from '../../server/contract-health.ts'
import { formatNumber } from '../../server/text/format.ts'
import { el } from '../dom.ts'
import type { Text } from '../locale.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { plainTable } from './plain-table.ts'
import { gapPartName } from './stream-names.ts'

/** What to change, by the name it has where it is changed. */
const settings: Partial<Record<DataGap['kind'], string>> = {
  channel: 'messagingChannels',
  bot: 'bots',
  bot_export_key: 'AI_AGENTS_API_KEY',
}

/** What is in no figure though nothing failed, how much that is, and what would change it. */
export function gapTable(view: View, gaps: readonly DataGap[]): HTMLElement {
  const { text } = view
  return el(
    'div',
    { class: 'stack' },
    el('p', {}, text('gap.text')),
    plainTable(
      text('gap.title'),
      [
        { heading: text('gap.what'), cell: (gap) => what(gap, text) },
        { heading: text('gap.count'), cell: (gap) => howMuch(gap, view) },
        {
          heading: text('gap.since'),
          cell: ({ since }) => (since === null ? '–' : momentWords(since, view)),
        },
        {
          heading: text('gap.do'),
          cell: (gap) => el('span', { class: 'wrapped' }, whatToDo(gap, text)),
        },
      ],
      gaps,
      'stacks',
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

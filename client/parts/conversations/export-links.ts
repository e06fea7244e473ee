import type { ConversationsAnswer } from '../../../server/contract-conversations.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'

/** The whole list as a file; the browser writes it to disk as it comes. */
export function exportLinks(view: View, query: URLSearchParams, { total }: ConversationsAnswer): HTMLElement {
  const { text, language } = view
  const asked = new URLSearchParams(query)
  asked.delete('cursor')
  asked.set('lang', language)
  const link = (type: 'csv' | 'xlsx') =>
    el(
      'a',
      {
        class: 'button small',
        href: `/api/v1/conversations.${type}?${asked.toString()}`,
        download: '',
        id: `list-${type}`,
      },
      text(`conversations.${type}`),
    )
  return el(
    'div',
    { class: 'list-export', role: 'group', aria: { label: text('conversations.export') } },
    el(
      'span',
      { class: 'small' },
      `${text('conversations.export')}: ${text('conversations.exportAll', { n: formatNumber(total, language) })}`,
    ),
    link('csv'),
    link('xlsx'),
  )
}

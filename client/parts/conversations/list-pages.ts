import type { ConversationsAnswer } from '../../../server/contract-conversations.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { listPath } from '../../list-query.ts'
import type { View } from '../../view.ts'

/** Which rows of how many, and the ways to the next and the previous ones. */
export function listPages(
  view: View,
  query: URLSearchParams,
  { first, rows, total, next, previous }: ConversationsAnswer,
  place: 'top' | 'bottom',
): HTMLElement {
  const { text, language } = view
  const number = (value: number) => formatNumber(value, language)
  const begin = first ?? 1
  const words = text('conversations.shown', {
    first: number(begin),
    last: number(begin + rows.length - 1),
    n: number(total),
  })
  const step = (cursor: string | null, label: string, id: string) =>
    cursor === null
      ? null
      : el(
          'a',
          { class: 'button small', id: `${id}-${place}`, href: view.link(pagePath(query, cursor)) },
          label,
        )
  return el(
    'div',
    {
      class: 'list-pages',
      // One of both is a landmark; two of the same name could not be told apart.
      role: place === 'top' ? 'navigation' : 'group',
      aria: { label: text('conversations.pages') },
    },
    el('span', { class: 'small' }, words),
    step(previous, text('conversations.previous'), 'page-previous'),
    step(next, text('conversations.next'), 'page-next'),
  )
}

function pagePath(query: URLSearchParams, cursor: string): string {
  const at = new URLSearchParams(query)
  at.set('cursor', cursor)
  return listPath(at)
}

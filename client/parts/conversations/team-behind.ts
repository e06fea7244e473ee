import type { ConversationsAnswer } from '../../../server/contract-conversations.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { listPath, withChoices } from '../../list-query.ts'
import type { View } from '../../view.ts'

/** That the rows are those the hours of the team count; null where they were not asked for. */
export function teamBehind(
  view: View,
  query: URLSearchParams,
  { total }: ConversationsAnswer,
): HTMLElement | null {
  const { text, language } = view
  const count = query.get('team')
  if (count !== 'people' && count !== 'all') return null
  const everything = listPath(withChoices(query, { team: null, weekday: null, hour: null }))
  return el(
    'section',
    { class: 'panel behind', aria: { labelledby: 'behind-team' } },
    el('h2', { id: 'behind-team' }, text('behind.teamTitle', { name: text(`team.show.${count}`) })),
    el('p', {}, text('behind.team', { n: formatNumber(total, language), count: total })),
    el('p', { class: 'small' }, el('a', { href: view.link(everything) }, text('behind.everything'))),
  )
}

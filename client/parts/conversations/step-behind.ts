import type { ConversationsAnswer } from '../../../server/contract-conversations.ts'
import { formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { listPath, withChoices } from '../../list-query.ts'
import type { View } from '../../view.ts'
import { stepName } from '../bot/funnel.ts'

/** Which step of the bot's funnel the rows are counted in; null where none was asked for. */
export function stepBehind(
  view: View,
  query: URLSearchParams,
  { total }: ConversationsAnswer,
): HTMLElement | null {
  const { text, language } = view
  const step = stepName(view, query.get('step') ?? '')
  if (step === null) return null
  const everything = listPath(withChoices(query, { step: null }))
  return el(
    'section',
    { class: 'panel behind', aria: { labelledby: 'behind-step' } },
    el('h2', { id: 'behind-step' }, text('behind.stepTitle', { step })),
    el('p', {}, text('behind.step', { step, n: formatNumber(total, language), count: total })),
    el('p', { class: 'small' }, el('a', { href: view.link(everything) }, text('behind.everything'))),
  )
}

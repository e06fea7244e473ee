import type { FilterChoicesAnswer } from '../../../server/contract-conversations.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'

/**
 * Asks for what can be chosen and shows it in a place; where no answer comes, the place offers to ask again.
 * @returns what stops it
 */
export function loadChoices(
  { text }: View,
  host: HTMLElement,
  {
    ask,
    show,
  }: {
    ask: (signal: AbortSignal) => Promise<FilterChoicesAnswer>
    show: (choices: FilterChoicesAnswer) => void
  },
): () => void {
  const leaving = new AbortController()
  void load()
  return () => leaving.abort()

  async function load(): Promise<void> {
    host.replaceChildren(el('p', { class: 'small', role: 'status' }, text('filters.choicesLoading')))
    try {
      show(await ask(leaving.signal))
    } catch {
      if (leaving.signal.aborted) return
      host.replaceChildren(
        el(
          'p',
          { class: 'small', role: 'alert' },
          `${text('filters.choicesFailed')} `,
          el(
            'button',
            { class: 'link-button', type: 'button', on: { click: () => void load() } },
            text('error.retry'),
          ),
        ),
      )
    }
  }
}

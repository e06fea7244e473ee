import { el } from '../dom.ts'
import { icon } from './icon.ts'

/** What of an address could not be followed, and what was used instead; null where there is nothing to say. */
export function choiceNotice(notices: readonly string[]): HTMLElement | null {
  if (notices.length === 0) return null
  return el(
    'div',
    { class: 'banner stale choice-notice', role: 'status' },
    icon('warning'),
    el('div', {}, ...notices.map((words) => el('p', {}, words))),
  )
}

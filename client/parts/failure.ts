import { AnswerError } from '../api.ts'
import { el } from '../dom.ts'
import { unnarrowedPath } from '../unnarrowed-path.ts'
import type { View } from '../view.ts'

/** What stands in place of a page that could not be shown, and what to do about it. */
export function drawFailure(view: View, error: unknown, retry: () => void): Node[] {
  const { text } = view
  const back = el('a', { class: 'button', href: view.link('/') }, text('access.back'))
  const again = el(
    'button',
    { class: 'button primary', type: 'button', on: { click: retry } },
    text('error.retry'),
  )
  const without = unnarrowedPath(view.route)
  const actions =
    without === null
      ? again
      : el(
          'span',
          { class: 'message-actions' },
          again,
          el('a', { class: 'button', href: view.link(without) }, text('filters.clear')),
        )
  // A narrowed question is worked out anew and may take too long; the report itself is at hand.
  const words = (why: string) => (without === null ? why : `${why} ${text('filters.clearHelps')}`)
  if (!(error instanceof AnswerError)) {
    return [message(text('error.unreachableTitle'), words(text('error.unreachable')), actions)]
  }
  if (error.status === 403) return [message(text('access.title'), text('access.text'), back)]
  if (error.status === 404) return [message(text('missing.title'), text('missing.text'), back)]
  return [message(text('error.title'), words(text('error.server', { status: error.status })), actions)]
}

/** A quiet page of its own: one heading, one sentence, one thing to do. */
export function message(title: string, body: string, action: Node | null): HTMLElement {
  return el(
    'section',
    { class: 'message' },
    el('h1', { tabIndex: -1 }, title),
    el('p', {}, body),
    action && el('p', {}, action),
  )
}

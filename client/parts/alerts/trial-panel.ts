import type { AlertDraft, AlertTrialAnswer } from '../../../server/contract-alert.ts'
import type { AlertWords } from '../../../server/text/alert-words.ts'
import { eventTitle } from '../../../server/text/alert-words.ts'
import { formatDay, formatNumber } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { latest } from '../../latest.ts'
import type { View } from '../../view.ts'

const MOST_SHOWN = 12
const DAY_MS = 86_400_000

/** What an alert would have told had it stood before: tried at once, and again whenever a choice rests. */
export function trialPanel(
  view: View,
  words: AlertWords,
): { node: HTMLElement; look(draft: AlertDraft | null): void } {
  const { text, api } = view
  const body = el('div', { class: 'trial-body', aria: { live: 'polite' } })
  const node = el(
    'section',
    { class: 'panel alert-trial', aria: { labelledby: 'trial-title' } },
    el('h2', { id: 'trial-title' }, text('alert.trial.title')),
    body,
  )
  const newest = latest()
  return {
    node,
    look(draft) {
      newest.cancel()
      node.removeAttribute('aria-busy')
      if (draft === null) return body.replaceChildren(el('p', { class: 'small' }, text('alert.trial.failed')))
      node.setAttribute('aria-busy', 'true')
      if (body.childElementCount === 0) body.replaceChildren(el('p', {}, text('alert.trial.trying')))
      void newest.run(
        () => api.alerts.tryOut(draft),
        (answer) => show(...found(view, answer, words)),
        () => show(el('p', { class: 'small' }, text('alert.trial.failed'))),
      )
    },
  }

  function show(...nodes: HTMLElement[]): void {
    node.removeAttribute('aria-busy')
    body.replaceChildren(...nodes)
  }
}

function found(
  { text, language }: View,
  { since, isNow, fired }: AlertTrialAnswer,
  words: AlertWords,
): HTMLElement[] {
  const n = formatNumber(fired.length, language)
  const headline = () => {
    if (isNow) return fired.length === 0 ? text('alert.trial.nowNone') : text('alert.trial.now', { n })
    if (since === null) return text('alert.trial.nothingKept')
    const day = formatDay(since, language)
    return fired.length === 0 ? text('alert.trial.none', { day }) : text('alert.trial.weeks', { n, day })
  }
  const rest = fired.length - MOST_SHOWN
  return [
    el('p', { class: 'trial-headline' }, headline()),
    ...(isOften(since, fired.length) ? [el('p', { class: 'small' }, text('alert.trial.often'))] : []),
    el(
      'ul',
      { class: 'trial-list' },
      ...fired
        .slice(0, MOST_SHOWN)
        .map(({ brand, at, until, facts }) =>
          el(
            'li',
            {},
            isNow ? null : el('span', { class: 'small' }, spanOf(at, until)),
            el('span', {}, eventTitle({ kind: 'begun', brand: brand?.name ?? null, facts }, words)),
            facts.kind === 'data' && facts.words
              ? el('span', { class: 'small' }, facts.words[language])
              : null,
          ),
        ),
    ),
    ...(rest > 0
      ? [el('p', { class: 'small' }, text('alert.trial.more', { n: formatNumber(rest, language) }))]
      : []),
  ]

  function spanOf(at: string, until: string | null): string {
    const end =
      until === null
        ? text('alert.trial.lasting')
        : text('alert.trial.until', { day: formatDay(until, language) })
    return `${formatDay(at, language)} · ${end}`
  }
}

/** More than one a week from then to now. */
function isOften(since: string | null, count: number): boolean {
  if (since === null) return false
  const weeks = Math.max(1, (Date.now() - Date.parse(since)) / (7 * DAY_MS))
  return count > 4 && count > weeks
}

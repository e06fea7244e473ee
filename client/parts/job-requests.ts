import type { JobRequestProgress } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'
import { jobName } from './stream-names.ts'

const marks: Record<JobRequestProgress['state'], { icon: IconName; look: string }> = {
  queued: { icon: 'clock', look: 'not_enough_data' },
  running: { icon: 'arrow', look: 'higher' },
  ok: { icon: 'improved', look: 'improved' },
  failed: { icon: 'worse', look: 'worse' },
}

/** What people asked for lately and what became of it. */
export function jobRequests(view: View, requests: readonly JobRequestProgress[]): HTMLElement {
  const { text, language } = view
  const items = requests.map(({ name, state, requestedAt, doneAt, message }) => {
    const mark = marks[state]
    return el(
      'li',
      {},
      el('span', { class: `state ${mark.look}` }, icon(mark.icon), el('span', {}, text(`runState.${state}`))),
      el('span', {}, jobName(name, text)),
      el('span', { class: 'small' }, momentWords(doneAt ?? requestedAt, view)),
      message && el('span', { class: 'problem' }, message[language]),
    )
  })
  return el(
    'section',
    { class: 'requests', aria: { label: text('run.recent') } },
    el('h2', { class: 'unseen' }, text('run.recent')),
    el('div', { role: 'status' }, el('ul', {}, ...items)),
  )
}

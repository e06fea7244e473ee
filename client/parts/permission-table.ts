import type { PermissionFinding } from '../../server/contract.ts'
import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { momentWords } from './freshness.ts'
import { healthSource } from './health-source.ts'
import { icon } from './icon.ts'
import type { IconName } from './icon.ts'
import { savedTable } from './saved-table.ts'
import { streamName } from './stream-names.ts'

const marks: Record<PermissionFinding['state'], { icon: IconName; look: string }> = {
  allowed: { icon: 'improved', look: 'improved' },
  refused: { icon: 'worse', look: 'worse' },
  absent: { icon: 'not_comparable', look: 'not_comparable' },
  unknown: { icon: 'not_enough_data', look: 'not_enough_data' },
  not_configured: { icon: 'not_moved', look: 'not_moved' },
}

/** What Zendesk lets be read, source by source, and what to change where it does not. */
export function permissionTable(
  view: View,
  permissions: readonly PermissionFinding[],
  asOf: string,
): HTMLElement {
  const { text } = view
  if (permissions.length === 0) return el('p', {}, text('permission.none'))
  const latest = permissions.reduce((a, b) => (b.checkedAt > a.checkedAt ? b : a))
  return el(
    'div',
    { class: 'stack' },
    savedTable(
      view,
      healthSource(view, 'permissions', text('permission.title'), asOf),
      [
        { heading: text('permission.subject'), cell: ({ subject }) => streamName(subject, text) },
        { heading: text('permission.state'), cell: ({ state }) => stateOf(state, view) },
        { heading: text('permission.sentence'), cell: (finding) => sentenceOf(finding, view) },
      ],
      permissions,
    ),
    el(
      'p',
      { class: 'small' },
      text('permission.checkedAt', { moment: momentWords(latest.checkedAt, view) }),
    ),
  )
}

function stateOf(state: PermissionFinding['state'], { text }: View): HTMLElement {
  const mark = marks[state]
  return el(
    'span',
    { class: `state ${mark.look}` },
    icon(mark.icon),
    el('span', {}, text(`permissionState.${state}`)),
  )
}

function sentenceOf({ sentence, detail }: PermissionFinding, { text, language }: View): HTMLElement {
  return el(
    'span',
    { class: 'named wrapped' },
    sentence[language],
    detail !== null && el('span', { class: 'small' }, text('permission.said', { words: detail })),
  )
}

import { el } from '../../dom.ts'
import { outboxPath, reportPath } from '../../report-place.ts'
import type { View } from '../../view.ts'

/** The pages that belong together; the one shown is marked. */
export function reportTabs({ text, link, route }: View): HTMLElement {
  const kind = route.name === 'reports' ? route.place.kind : null
  const tab = (path: string, words: string, isCurrent: boolean) =>
    el('li', {}, el('a', { href: link(path), aria: { current: isCurrent ? 'page' : undefined } }, words))
  const isGroups = kind === 'groups' || kind === 'group'
  return el(
    'nav',
    { class: 'report-tabs', aria: { label: text('reports.tabs') } },
    el(
      'ul',
      {},
      tab(reportPath({ kind: 'list' }), text('reports.tab.list'), route.name === 'reports' && !isGroups),
      tab(reportPath({ kind: 'groups' }), text('reports.tab.groups'), isGroups),
      tab(outboxPath(null), text('reports.tab.outbox'), route.name === 'outbox'),
    ),
  )
}

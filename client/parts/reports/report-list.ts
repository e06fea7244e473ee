import type { ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { outboxPath, reportPath } from '../../report-place.ts'
import { hasUnsaved } from '../../unsaved.ts'
import type { View } from '../../view.ts'
import { icon } from '../icon.ts'
import { reportCard } from './report-card.ts'
import { draftKey } from './report-editor.ts'

/** Every report somebody looks after, and the way to another one. */
export function reportList(view: View, { reports, isSmtpSet }: ReportsAnswer): Node[] {
  const { text, link, session } = view
  const isBegun = hasUnsaved(session, draftKey(null))
  const add = el(
    'a',
    { class: 'button primary', id: 'report-new', href: link(reportPath({ kind: 'new' })) },
    text('reports.new'),
  )
  const note = isSmtpSet ? null : outboxNote(view)
  if (reports.length === 0)
    return [
      ...(note ? [note] : []),
      el(
        'section',
        { class: 'panel nothing report-empty' },
        el('p', {}, el('strong', {}, text('reports.none'))),
        el('p', { class: 'small' }, text('reports.noneMore')),
        el('p', {}, add),
      ),
    ]
  return [
    ...(note ? [note] : []),
    el(
      'div',
      { class: 'report-list-head' },
      isBegun
        ? el('span', { class: 'small report-unsaved' }, icon('warning'), text('reports.unsaved'))
        : null,
      add,
    ),
    ...reports.map((report) => reportCard(view, report)),
  ]
}

function outboxNote({ text, link }: View): HTMLElement {
  return el(
    'div',
    { class: 'banner stale report-note' },
    icon('warning'),
    el(
      'p',
      {},
      text('reports.outboxNote'),
      ' ',
      el('a', { href: link(outboxPath(null)) }, text('reports.outboxLink')),
    ),
  )
}

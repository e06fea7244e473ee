import type { ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { reportPath } from '../../report-place.ts'
import type { View } from '../../view.ts'

/** Every group of recipients; administrators change them. */
export function groupList(view: View, { groups, reports }: ReportsAnswer): HTMLElement {
  const { text, link, session } = view
  const mayChange = session.person.role === 'administrator'
  const nameOf = ({ id, name }: { id: number; name: string }) =>
    mayChange ? el('a', { href: link(reportPath({ kind: 'group', id })) }, name) : name
  return el(
    'section',
    { class: 'panel report-groups' },
    mayChange
      ? el(
          'p',
          {},
          el(
            'a',
            { class: 'button primary', id: 'group-new', href: link(reportPath({ kind: 'group', id: null })) },
            text('groups.new'),
          ),
        )
      : el('p', { class: 'small' }, text('groups.readerHint')),
    groups.length === 0
      ? el('p', {}, text('groups.none'))
      : el(
          'ul',
          { class: 'stopped-list' },
          ...groups.map((group) => {
            const used = reports.filter(({ recipients }) => recipients.groups.includes(group.id)).length
            const counts = { people: group.people.length, addresses: group.addresses.length }
            return el(
              'li',
              {},
              el(
                'div',
                {},
                el('strong', {}, nameOf(group)),
                el('p', { class: 'small' }, text('groups.members', counts)),
                el('p', { class: 'small' }, text('groups.usedBy', { n: used })),
              ),
            )
          }),
        ),
  )
}

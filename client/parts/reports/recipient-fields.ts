import type { BrandSummary } from '../../../server/contract.ts'
import type { ReportDraft, ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { addressesField } from './addresses-field.ts'
import { fieldGroup, tickList } from './form-fields.ts'
import { peopleField } from './people-field.ts'

type Shown = {
  draft: ReportDraft
  brands: readonly BrandSummary[]
  answer: ReportsAnswer
  changed: () => void
}

/** Who gets a report: people with an account, groups, and addresses without one. */
export function recipientFields(view: View, { draft, brands, answer, changed }: Shown): HTMLElement {
  const { text } = view
  const { recipients } = draft
  return fieldGroup(
    'recipients',
    'report-recipients',
    text('reports.form.recipients'),
    el('p', { class: 'small' }, text('reports.form.recipientsHint')),
    peopleField(view, {
      people: answer.people,
      chosen: recipients.people,
      name: 'recipients.people',
      changed(chosen) {
        recipients.people = chosen
        changed()
      },
    }),
    answer.groups.length === 0
      ? null
      : fieldGroup(
          'recipients.groups',
          'report-groups',
          text('reports.form.groups'),
          tickList(
            'report-group',
            answer.groups.map(({ id, name, people, addresses }) => ({
              value: String(id),
              label: text('reports.form.groupSize', { name, n: people.length + addresses.length }),
            })),
            recipients.groups.map(String),
            (chosen) => {
              recipients.groups = chosen.map(Number)
              changed()
            },
          ),
        ),
    addressesField(view, {
      addresses: recipients.addresses,
      brands,
      name: 'recipients.addresses',
      changed,
    }),
  )
}

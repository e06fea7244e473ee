import type { BrandSummary } from '../../../server/contract.ts'
import type { ReportDraft, ReportsAnswer } from '../../../server/contract-report.ts'
import type { View } from '../../view.ts'
import { addressesField } from './addresses-field.ts'
import { fieldGroup, tickList } from './form-fields.ts'
import { peopleField } from './people-field.ts'

type Shown = {
  /** Begins the names of the fields on the page. */
  form: 'report' | 'alert'
  recipients: Pick<ReportDraft['recipients'], 'people' | 'groups' | 'addresses'>
  people: ReportsAnswer['people']
  groups: readonly { id: number; label: string }[]
  brands: readonly BrandSummary[]
  changed: () => void
}

/** People with an account, groups, and addresses without one. */
export function recipientChoices(
  view: View,
  { form, recipients, people, groups, brands, changed }: Shown,
): (HTMLElement | null)[] {
  const { text } = view
  return [
    peopleField(view, {
      people,
      chosen: recipients.people,
      name: 'recipients.people',
      changed(chosen) {
        recipients.people = chosen
        changed()
      },
    }),
    groups.length === 0
      ? null
      : fieldGroup(
          'recipients.groups',
          `${form}-groups`,
          text('reports.form.groups'),
          tickList(
            `${form}-group`,
            groups.map(({ id, label }) => ({ value: String(id), label })),
            recipients.groups.map(String),
            (chosen) => {
              recipients.groups = chosen.map(Number)
              changed()
            },
          ),
        ),
    addressesField(view, { addresses: recipients.addresses, brands, name: 'recipients.addresses', changed }),
  ]
}

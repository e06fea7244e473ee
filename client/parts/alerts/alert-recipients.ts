import type { AlertDraft, AlertsAnswer } from '../../../server/contract-alert.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { addressesField } from '../reports/addresses-field.ts'
import { fieldGroup, tick, tickList } from '../reports/form-fields.ts'
import { peopleField } from '../reports/people-field.ts'

type Shown = { draft: AlertDraft; answer: AlertsAnswer; brands: readonly BrandSummary[]; changed(): void }

/** Who is told: people with an account, groups, addresses without one, and of jobs and data every administrator. */
export function alertRecipients(view: View, { draft, answer, brands, changed }: Shown): HTMLElement {
  const { text } = view
  const { recipients } = draft
  return fieldGroup(
    'recipients',
    'alert-recipients',
    text('alert.form.recipients'),
    draft.watch.kind === 'data'
      ? tick(
          'alert-administrators',
          text('alert.form.administrators'),
          recipients.administrators,
          (isTicked) => {
            recipients.administrators = isTicked
            changed()
          },
        )
      : null,
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
      : el(
          'div',
          {},
          fieldGroup(
            'recipients.groups',
            'alert-groups',
            text('alert.form.groups'),
            tickList(
              'alert-group',
              answer.groups.map(({ id, name }) => ({ value: String(id), label: name })),
              recipients.groups.map(String),
              (chosen) => {
                recipients.groups = chosen.map(Number)
                changed()
              },
            ),
          ),
        ),
    addressesField(view, { addresses: recipients.addresses, brands, name: 'recipients.addresses', changed }),
  )
}

import type { AlertDraft, AlertsAnswer } from '../../../server/contract-alert.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import type { View } from '../../view.ts'
import { fieldGroup, tick } from '../reports/form-fields.ts'
import { recipientChoices } from '../reports/recipient-choices.ts'

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
    ...recipientChoices(view, {
      form: 'alert',
      recipients,
      people: answer.people,
      groups: answer.groups.map(({ id, name }) => ({ id, label: name })),
      brands,
      changed,
    }),
  )
}

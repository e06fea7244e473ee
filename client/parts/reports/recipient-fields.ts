import type { BrandSummary } from '../../../server/contract.ts'
import type { ReportDraft, ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { fieldGroup } from './form-fields.ts'
import { recipientChoices } from './recipient-choices.ts'

type Shown = {
  draft: ReportDraft
  brands: readonly BrandSummary[]
  answer: ReportsAnswer
  changed: () => void
}

/** Who gets a report. */
export function recipientFields(
  view: View,
  { draft: { recipients }, brands, answer, changed }: Shown,
): HTMLElement {
  const { text } = view
  const groups = answer.groups.map(({ id, name, people, addresses }) => ({
    id,
    label: text('reports.form.groupSize', { name, n: people.length + addresses.length }),
  }))
  return fieldGroup(
    'recipients',
    'report-recipients',
    text('reports.form.recipients'),
    el('p', { class: 'small' }, text('reports.form.recipientsHint')),
    ...recipientChoices(view, { form: 'report', recipients, people: answer.people, groups, brands, changed }),
  )
}

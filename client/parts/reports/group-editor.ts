import type { BrandSummary } from '../../../server/contract.ts'
import type { MailGroupSummary, ReportsAnswer } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import type { GroupDraft } from '../../report-calls.ts'
import { addressProblems, tidied } from '../../report-draft.ts'
import { reportPath } from '../../report-place.ts'
import { keepUnsaved, unsavedOf } from '../../unsaved.ts'
import type { View } from '../../view.ts'
import { addressesField } from './addresses-field.ts'
import { confirmDialog } from './confirm-dialog.ts'
import type { FieldProblem } from './form-fields.ts'
import { field, showProblems } from './form-fields.ts'
import { peopleField } from './people-field.ts'
import { refusedFields, reportProblem } from './problem-words.ts'

type Shown = { group: MailGroupSummary | null; answer: ReportsAnswer; brands: readonly BrandSummary[] }

/** The form of a group of recipients; for administrators. */
export function groupEditor(view: View, { group, answer, brands }: Shown): HTMLElement {
  const { text, session, api } = view
  const key = `group-${group?.id ?? 'new'}`
  const draft: GroupDraft =
    unsavedOf<GroupDraft>(session, key) ??
    structuredClone(group ? withoutId(group) : { name: '', people: [], addresses: [] })
  const changed = () => keepUnsaved(session, key, draft)
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const save = el(
    'button',
    { class: 'button primary', type: 'submit', id: 'group-save' },
    text('reports.form.save'),
  )
  const name: HTMLInputElement = el('input', {
    type: 'text',
    id: 'group-name',
    value: draft.name,
    autocomplete: 'off',
    on: {
      input: () => {
        draft.name = name.value
        changed()
      },
    },
  })
  const form = el(
    'form',
    {
      class: 'panel report-form',
      noValidate: true,
      on: {
        submit: (submitted: SubmitEvent) => {
          submitted.preventDefault()
          void send()
        },
      },
    },
    field('name', text('groups.name'), name),
    peopleField(view, {
      people: answer.people,
      chosen: draft.people,
      name: 'people',
      changed(chosen) {
        draft.people = chosen
        changed()
      },
    }),
    addressesField(view, { addresses: draft.addresses, brands, name: 'addresses', changed }),
    outcome,
    el(
      'div',
      { class: 'event-buttons' },
      save,
      el('button', { class: 'button', type: 'button', on: { click: leave } }, text('reports.cancel')),
      group === null ? null : removeButton(view, group, leave),
    ),
  )
  return form

  function leave(): void {
    keepUnsaved(session, key, null)
    view.go(reportPath({ kind: 'groups' }))
  }

  async function send(): Promise<void> {
    const isNamed = draft.name.trim() !== ''
    const problems: FieldProblem[] = [
      ...(isNamed ? [] : [{ field: 'name', key: 'reports.problem.name' } as const]),
      ...addressProblems(draft.addresses, 'addresses'),
    ]
    outcome.textContent = ''
    if (point(problems)) return
    const tidy = { ...draft, name: draft.name.trim(), addresses: draft.addresses.map(tidied) }
    try {
      await (group ? api.reports.changeGroup(group.id, tidy) : api.reports.addGroup(tidy))
      leave()
    } catch (error) {
      const refused = refusedFields(error).map((one) =>
        one.field === 'name' && String(one.values?.detail).includes('taken')
          ? { field: 'name', key: 'groups.problem.taken' as const }
          : one,
      )
      if (!point(refused)) outcome.textContent = reportProblem(error, text)
    }
  }

  function point(problems: readonly FieldProblem[]): boolean {
    showProblems(form, problems, text)?.focus()
    return problems.length > 0
  }
}

function withoutId({ name, people, addresses }: MailGroupSummary): GroupDraft {
  return { name, people, addresses }
}

function removeButton(view: View, { id, name }: MailGroupSummary, done: () => void): HTMLElement {
  const { text, api } = view
  return el(
    'button',
    {
      class: 'button',
      type: 'button',
      id: 'group-remove',
      on: {
        click: () =>
          confirmDialog(view, {
            title: text('groups.removeTitle', { name }),
            body: text('groups.removeText'),
            button: text('reports.remove'),
            work: () => api.reports.removeGroup(id),
            done,
          }),
      },
    },
    text('reports.remove'),
  )
}

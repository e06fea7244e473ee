import type { BrandSummary, MetricDescription } from '../../../server/contract.ts'
import type {
  ReportDraft,
  ReportPreviewAnswer,
  ReportsAnswer,
  ReportSummary,
} from '../../../server/contract-report.ts'
import { formatDay } from '../../../server/text/format.ts'
import { el } from '../../dom.ts'
import { draftOf, draftProblems, newDraft, tidiedDraft } from '../../report-draft.ts'
import { reportPath } from '../../report-place.ts'
import { runWords, whenWords } from '../../report-words.ts'
import { keepUnsaved, unsavedOf } from '../../unsaved.ts'
import type { View } from '../../view.ts'
import { contentFields } from './content-fields.ts'
import type { FieldProblem } from './form-fields.ts'
import { field, showProblems } from './form-fields.ts'
import { previewPanel } from './preview-panel.ts'
import { refusedFields, reportProblem } from './problem-words.ts'
import { recipientFields } from './recipient-fields.ts'
import { timingFields } from './timing-fields.ts'

type Shown = {
  /** Null for a new one. */
  report: ReportSummary | null
  answer: ReportsAnswer
  brands: readonly BrandSummary[]
  metrics: readonly MetricDescription[]
}

/** By which an unsaved draft of a report is found again. */
export function draftKey(id: number | null): string {
  return `report-${id ?? 'new'}`
}

/** The form of a report with the mail it makes beside it. What is typed is kept until it is saved or discarded. */
export function reportEditor(view: View, shown: Shown): HTMLElement {
  const { text, session, language, api } = view
  const { report, answer, brands } = shown
  const key = draftKey(report?.id ?? null)
  const zone = brands[0]?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const self = answer.people.find(({ email }) => email === session.person.email)?.id ?? null
  const fresh = () =>
    report ? draftOf(report) : newDraft({ name: text('reports.form.usualName'), zone, personId: self })
  let saved = JSON.stringify(fresh())
  let known = report
  const kept = unsavedOf<ReportDraft>(session, key)
  const draft = kept ?? fresh()
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: draft.zone }).format(new Date())
  let nextRuns: readonly string[] = report?.nextRuns ?? []
  let hasTried = false
  let isSaving = false

  const sentence = el('p', { id: 'report-sentence' })
  const state = el('p', { class: 'small report-state', role: 'status' })
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const save = el('button', { class: 'button primary', type: 'submit', id: 'report-save' })
  const discard = el(
    'button',
    { class: 'button', type: 'button', id: 'report-discard', on: { click: dropChanges } },
    text('reports.form.discard'),
  )
  const name: HTMLInputElement = el('input', {
    type: 'text',
    id: 'report-name',
    value: draft.name,
    autocomplete: 'off',
    on: {
      input: () => {
        draft.name = name.value
        changed()
      },
    },
  })
  const preview = previewPanel(view, {
    ...{ draft, answer, today, report: report?.id ?? null },
    drawn(found: ReportPreviewAnswer | null) {
      nextRuns = found?.nextRuns ?? []
      drawSentence()
    },
  })
  const otherOwner = report && report.owner.email !== session.person.email ? report.owner.name : null
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
    field('name', text('reports.form.name'), name, text('reports.form.nameHint')),
    timingFields(view, { draft, brands, today, changed }),
    recipientFields(view, { draft, brands, answer, changed }),
    contentFields(view, { ...shown, draft, otherOwner, changed }),
    el(
      'div',
      { class: 'report-end' },
      el('h3', {}, text('reports.form.summary')),
      sentence,
      outcome,
      el('div', { class: 'event-buttons' }, save, discard),
      state,
    ),
  )
  drawState(kept === null ? '' : text('reports.form.kept'))
  drawSentence()
  return el(
    'div',
    { class: 'report-editor' },
    el('a', { class: 'preview-jump small', href: '#preview-title' }, text('reports.preview.jump')),
    form,
    preview.node,
  )

  function isDirty(): boolean {
    return JSON.stringify(draft) !== saved
  }

  function changed(): void {
    keepUnsaved(session, key, isDirty() ? draft : null)
    if (hasTried) showProblems(form, draftProblems(draft, today), text)
    outcome.textContent = ''
    drawState(isDirty() ? text('reports.form.dirty') : '')
    drawSentence()
    preview.changed()
  }

  function drawState(words: string): void {
    save.textContent = text(report ? 'reports.form.save' : 'reports.form.create')
    discard.hidden = !isDirty()
    state.textContent = words
  }

  function drawSentence(): void {
    const { deadlineHours: n, lastDay } = draft
    const count = countOf(draft, answer)
    const then = text(`reports.then.${draft.atDeadline}`)
    const parts = [
      text('reports.form.sentence', {
        when: whenWords(draft, view),
        zone: draft.zone,
        recipients:
          count === 0 ? text('reports.form.nobody') : text('reports.form.recipientCount', { n: count }),
      }),
      n === 0
        ? text('reports.form.waitsNot', { then })
        : text('reports.form.waits', { hours: text('reports.form.hours', { n }), then }),
      lastDay === null ? null : text('reports.form.until', { day: formatDay(lastDay, language) }),
    ]
    const runs = nextRuns.map((run) => runWords(run, draft.zone, language)).join(' · ')
    sentence.replaceChildren(
      parts.filter((part) => part !== null).join(' '),
      runs === '' ? '' : el('span', { class: 'small next-runs' }, text('reports.form.nextRuns', { runs })),
    )
  }

  function dropChanges(): void {
    keepUnsaved(session, key, null)
    const old = form.closest<HTMLElement>('.report-editor')
    const again = reportEditor(view, { ...shown, report: known })
    if (old) {
      again.id = old.id
      again.dataset.same = old.dataset.same
      old.replaceWith(again)
    }
    again.querySelector<HTMLElement>('#report-name')?.focus()
  }

  async function send(): Promise<void> {
    if (isSaving) return
    hasTried = true
    const problems = draftProblems(draft, today)
    if (point(problems)) return
    isSaving = true
    save.textContent = text('reports.form.saving')
    try {
      const tidy = tidiedDraft(draft)
      const made = await (report ? api.reports.change(report.id, tidy) : api.reports.add(tidy))
      keepUnsaved(session, key, null)
      saved = JSON.stringify(draft)
      known = made
      hasTried = false
      if (report === null) return view.go(reportPath({ kind: 'edit', id: made.id }))
      nextRuns = made.nextRuns
      drawSentence()
      drawState(text('reports.form.saved'))
      view.reload()
    } catch (error) {
      drawState(text('reports.form.dirty'))
      if (!point(refusedFields(error))) outcome.textContent = reportProblem(error, text)
    } finally {
      isSaving = false
    }
  }

  /** Leads to what is wrong; false where nothing is. */
  function point(problems: readonly FieldProblem[]): boolean {
    const first = showProblems(form, problems, text)
    if (problems.length === 0) return false
    outcome.textContent = text('reports.problem.count', { n: problems.length })
    first?.focus()
    return true
  }
}

/** Addresses named, those in several groups once. */
function countOf({ recipients }: ReportDraft, { people, groups }: ReportsAnswer): number {
  const chosen = groups.filter(({ id }) => recipients.groups.includes(id))
  const emailOf = new Map(people.map(({ id, email }) => [id, email]))
  const accounts = [...recipients.people, ...chosen.flatMap((group) => group.people)]
  const outside = [...recipients.addresses, ...chosen.flatMap((group) => group.addresses)]
  return new Set([
    ...accounts.map((id) => emailOf.get(id) ?? String(id)),
    ...outside.map(({ address }) => address.trim().toLowerCase()),
  ]).size
}

import type { AlertDraft, AlertsAnswer, AlertSummary } from '../../../server/contract-alert.ts'
import type { BrandSummary, MetricDescription, MetricKey } from '../../../server/contract.ts'
import { alertSentence } from '../../../server/text/alert-sentence.ts'
import { draftOf, draftProblems, newDraft } from '../../alert-draft.ts'
import { alertPath } from '../../alert-place.ts'
import { AnswerError } from '../../api.ts'
import { el } from '../../dom.ts'
import { keepUnsaved, unsavedOf } from '../../unsaved.ts'
import type { View } from '../../view.ts'
import { allOrSome, field, showProblems } from '../reports/form-fields.ts'
import { alertRecipients } from './alert-recipients.ts'
import { trialPanel } from './trial-panel.ts'
import { watchFields } from './watch-fields.ts'
import { whenFields } from './when-fields.ts'

const REST_MS = 500

type Shown = {
  alert: AlertSummary | null
  alerts: AlertsAnswer
  brands: readonly BrandSummary[]
  metrics: readonly MetricDescription[]
}

/** By which what was typed and not saved is found again. */
function draftKey(id: number | null): string {
  return `alert ${id ?? 'new'}`
}

/** Everything that is set of an alert, the sentence that says what it does, and what it would have told. */
export function alertEditor(view: View, { alert, alerts, brands, metrics }: Shown): HTMLElement {
  const { text, language, session } = view
  const me = alerts.people.find(({ email }) => email === session.person.email)?.id ?? null
  const key = draftKey(alert?.id ?? null)
  const first = alert === null ? newDraft(alerts.zone, me) : draftOf(alert)
  const draft = unsavedOf<AlertDraft>(session, key) ?? structuredClone(first)
  const byKey = new Map(metrics.map((metric) => [metric.key, metric]))
  const names = new Map(brands.map(({ id, name }) => [id, name]))
  const words = { text, language, metricOf: (key: MetricKey) => byKey.get(key) ?? metrics[0] }
  const sentence = el('p', { class: 'alert-sentence', aria: { live: 'polite' } })
  const trial = trialPanel(view, words)
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const save = el(
    'button',
    { class: 'button primary', type: 'submit', id: 'alert-save' },
    text('alert.form.save'),
  )
  let timer: number | undefined
  let isSaving = false

  const name: HTMLInputElement = el('input', {
    type: 'text',
    id: 'alert-name',
    value: draft.name,
    maxLength: 80,
    autocomplete: 'off',
    on: {
      input() {
        draft.name = name.value
        keep()
      },
    },
  })
  const brandZones = [...new Set(brands.map(({ zone }) => zone))]
  const brandChoice = el('div', { class: 'alert-part' })
  const recipients = el('div', { class: 'alert-part' })
  const form = el(
    'form',
    {
      class: 'report-form panel',
      noValidate: true,
      on: {
        submit(submitted: SubmitEvent) {
          submitted.preventDefault()
          void send()
        },
      },
    },
    el(
      'div',
      { class: 'alert-part' },
      watchFields(view, {
        draft,
        metrics,
        canWatchData: alerts.canWatchData,
        changed,
        kindChanged: drawDependent,
      }),
    ),
    brandChoice,
    el('div', { class: 'alert-part' }, whenFields(view, { draft, brandZones, changed })),
    recipients,
    field('name', text('alert.form.name'), name, text('alert.form.nameHint')),
    outcome,
    el(
      'div',
      { class: 'event-buttons' },
      save,
      el(
        'a',
        {
          class: 'button',
          href: view.link(alertPath()),
          on: { click: () => keepUnsaved(session, key, null) },
        },
        text('alert.form.cancel'),
      ),
    ),
  )
  drawDependent()
  tell()
  look()
  return el(
    'div',
    { class: 'report-editor' },
    form,
    el('div', { class: 'alert-side' }, el('section', { class: 'panel' }, sentence), trial.node),
  )

  /** Trouble with jobs is of the whole account; of a figure it is of brands. */
  function drawDependent(): void {
    const isData = draft.watch.kind === 'data'
    draft.recipients.administrators = isData && draft.recipients.administrators
    if (isData) draft.brands = null
    brandChoice.replaceChildren(
      ...(isData
        ? []
        : [
            allOrSome(
              {
                name: 'brands',
                id: 'alert-brands',
                label: text('alert.form.brands'),
                all: text('alert.form.allBrands'),
                some: text('alert.form.chosenBrands'),
              },
              alerts.brands.map((brand) => ({ value: String(brand.id), label: brand.name })),
              draft.brands?.map(String) ?? null,
              (chosen) => {
                draft.brands = chosen && chosen.map(Number)
                changed()
              },
            ),
          ]),
    )
    recipients.replaceChildren(alertRecipients(view, { draft, answer: alerts, brands, changed }))
  }

  function changed(): void {
    keep()
    tell()
    window.clearTimeout(timer)
    timer = window.setTimeout(look, REST_MS)
  }

  /** Found again after a look at another page, or in the other language. */
  function keep(): void {
    keepUnsaved(session, key, JSON.stringify(draft) === JSON.stringify(first) ? null : draft)
  }

  function tell(): void {
    if (isSayable()) sentence.textContent = alertSentence(draft, (id) => names.get(id), words)
  }

  function look(): void {
    trial.look(isSayable() ? { ...draft, name: '–', recipients: someone() } : null)
  }

  /** A try needs no recipients that are right. */
  function someone(): AlertDraft['recipients'] {
    return { people: me === null ? [] : [me], groups: [], addresses: [], administrators: false }
  }

  function isSayable(): boolean {
    const { watch, brands: chosen } = draft
    const hasFigures = !('metrics' in watch) || watch.metrics?.length !== 0
    const hasLimit = watch.kind !== 'level' || Number.isFinite(watch.value)
    return (
      hasFigures && hasLimit && chosen?.length !== 0 && (watch.kind !== 'data' || watch.troubles.length > 0)
    )
  }

  async function send(): Promise<void> {
    const wrong =
      showProblems(form, draftProblems(draft), text) ??
      form.querySelector<HTMLElement>('#alert-limit[aria-invalid]')
    if (wrong) return wrong.focus()
    if (isSaving) return
    isSaving = true
    outcome.textContent = ''
    save.textContent = text('alert.form.saving')
    try {
      if (alert === null) await view.api.alerts.add(draft)
      else await view.api.alerts.replace(alert.id, draft)
      keepUnsaved(session, key, null)
      view.go(alertPath())
    } catch (error) {
      outcome.textContent =
        error instanceof AnswerError && error.status < 500
          ? text('alert.form.refused', { detail: error.message })
          : text('alert.form.failed')
    }
    isSaving = false
    save.textContent = text('alert.form.save')
  }
}

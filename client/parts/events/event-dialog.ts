import type { EventKind, EventSummary } from '../../../server/contract-event.ts'
import type { BrandSummary } from '../../../server/contract.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { formField, openFormDialog } from '../form-dialog.ts'
import { eventProblem } from './event-problem.ts'

const MOST_CHARACTERS = 200
const kinds: readonly EventKind[] = ['note', 'outage', 'campaign', 'release', 'staffing']

type Asked = {
  brand: BrandSummary
  /** The one to change; null to add one. */
  event: EventSummary | null
  canAddForAll: boolean
  /** The day the form begins with: `YYYY-MM-DD`. */
  day: string
}

/** A small form in a dialog of its own; what is wrong stands beside its field. */
export function openEventDialog(view: View, { brand, event, canAddForAll, day }: Asked): void {
  const { text } = view
  const heading = el('h2', { id: 'event-title' }, text(event ? 'events.editTitle' : 'events.addTitle'))
  const kind = el(
    'select',
    { id: 'event-kind' },
    ...kinds.map((one) =>
      el('option', { value: one, selected: one === (event?.kind ?? 'note') }, text(`eventKind.${one}`)),
    ),
  )
  const isForAll = event !== null && event.brand === null
  const target = el(
    'select',
    { id: 'event-brand' },
    el('option', { value: String(brand.id), selected: !isForAll }, brand.name),
    canAddForAll ? el('option', { value: 'all', selected: isForAll }, text('events.everyBrand')) : null,
  )
  const dayInput = el('input', {
    type: 'date',
    id: 'event-day',
    value: event?.day ?? day,
    min: '2000-01-01',
    max: '2099-12-31',
  })
  const words = el('input', {
    type: 'text',
    id: 'event-text',
    value: event?.text ?? '',
    maxLength: MOST_CHARACTERS,
    autocomplete: 'off',
  })
  const dayField = formField(text('events.day'), dayInput)
  const textField = formField(text('events.text'), words, text('events.textHint'))
  const outcome = el('p', { class: 'problem', role: 'alert', id: 'event-outcome' })
  const save = el(
    'button',
    { class: 'button primary', type: 'submit', id: 'event-save' },
    text('events.save'),
  )
  let isSaving = false

  const { form, close } = openFormDialog(
    heading,
    [
      textField.node,
      el('div', { class: 'event-row' }, dayField.node, formField(text('events.kind'), kind).node),
      formField(text('events.brand'), target).node,
      el('p', { class: 'small' }, text('events.noEffect')),
      outcome,
    ],
    { save, cancel: text('events.cancel') },
    () => void send(),
  )
  words.focus()

  async function send(): Promise<void> {
    const isWhole = [
      dayField.say(dayInput.value === '' ? text('events.dayMissing') : null),
      textField.say(words.value.trim() === '' ? text('events.textMissing') : null),
    ].every(Boolean)
    if (!isWhole) return form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
    if (isSaving) return
    isSaving = true
    outcome.textContent = ''
    save.textContent = text('events.saving')
    const draft = {
      brand: target.value === 'all' ? null : Number(target.value),
      day: dayInput.value,
      kind: kinds.find((one) => one === kind.value) ?? 'note',
      text: words.value.trim(),
    }
    try {
      await (event ? view.api.events.change(event.id, draft) : view.api.events.add(draft))
      close()
      view.reload()
    } catch (error) {
      outcome.textContent = eventProblem(error, text)
    }
    isSaving = false
    save.textContent = text('events.save')
  }
}

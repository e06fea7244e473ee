import { el } from '../dom.ts'
import type { View } from '../view.ts'
import { streamName } from './stream-names.ts'

/** Asks the jobs process to fetch one source or everything now; for administrators. */
export function runNow(view: View, streams: readonly string[]): HTMLElement {
  const { text } = view
  const choice = el(
    'select',
    { id: 'run-what', aria: { label: text('run.which') } },
    el('option', { value: 'sync-all' }, text('run.all')),
    ...streams.map((stream) => el('option', { value: `sync-${stream}` }, streamName(stream, text))),
  )
  return el(
    'div',
    { class: 'run-now' },
    choice,
    ...askButton(view, { id: 'run-now', label: text('run.start'), job: () => choice.value, look: 'primary' }),
  )
}

/** A button that asks for a job, and the line that says what came of asking. */
export function askButton(
  { text, api }: View,
  button: { id: string; label: string; job: () => string; look: 'primary' | 'small' },
): [HTMLElement, HTMLElement] {
  const outcome = el('p', { role: 'status', class: 'small' })
  // The button stays enabled meanwhile: a disabled one would lose the focus.
  let isAsking = false
  const pressed = el(
    'button',
    { class: `button ${button.look}`, type: 'button', id: button.id, on: { click: () => void ask() } },
    button.label,
  )

  async function ask(): Promise<void> {
    if (isAsking) return
    isAsking = true
    pressed.textContent = text('run.busy')
    try {
      await api.requestJob(button.job())
      outcome.textContent = text('run.asked')
    } catch (error) {
      outcome.textContent = text('run.failed', { detail: error instanceof Error ? error.message : '' })
    }
    isAsking = false
    pressed.textContent = button.label
  }

  return [pressed, outcome]
}

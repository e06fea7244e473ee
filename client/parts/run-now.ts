import { el } from '../dom.ts'
import type { View } from '../view.ts'

/** Asks the jobs process to fetch everything now; for administrators. */
export function runNow(view: View): HTMLElement {
  const { text, api } = view
  const outcome = el('p', { role: 'status', class: 'small' })
  const button = el(
    'button',
    { class: 'button primary', type: 'button', id: 'run-now', on: { click: () => void run() } },
    text('health.run'),
  )

  async function run(): Promise<void> {
    button.disabled = true
    button.textContent = text('health.runBusy')
    try {
      await api.requestJob('sync-all')
      outcome.textContent = text('health.runDone')
    } catch (error) {
      outcome.textContent = text('health.runFailed', { detail: error instanceof Error ? error.message : '' })
    }
    button.disabled = false
    button.textContent = text('health.run')
  }

  return el('div', { class: 'run-now' }, button, outcome)
}

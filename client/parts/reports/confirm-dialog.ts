import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { openFormDialog } from '../form-dialog.ts'
import { reportProblem } from './problem-words.ts'

type Question = { title: string; body: string; button: string; work(): Promise<unknown>; done(): void }

/** Asks before something that cannot be undone; stays open and says so where it did not work. */
export function confirmDialog({ text }: View, { title, body, button, work, done }: Question): void {
  const outcome = el('p', { class: 'problem', role: 'alert' })
  const go = el('button', { class: 'button primary', type: 'submit', id: 'confirm' }, button)
  let isBusy = false
  const { close } = openFormDialog(
    el('h2', { id: 'confirm-title' }, title),
    [el('p', {}, body), outcome],
    { save: go, cancel: text('reports.cancel') },
    () => void send(),
  )
  go.focus()

  async function send(): Promise<void> {
    if (isBusy) return
    isBusy = true
    outcome.textContent = ''
    try {
      await work()
      close()
      done()
    } catch (error) {
      outcome.textContent = reportProblem(error, text)
    }
    isBusy = false
  }
}

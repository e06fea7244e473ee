import type { ReportSummary } from '../../../server/contract-report.ts'
import { el } from '../../dom.ts'
import { outboxPath, reportPath, writtenMail } from '../../report-place.ts'
import type { View } from '../../view.ts'
import { confirmDialog } from './confirm-dialog.ts'
import { reportProblem } from './problem-words.ts'

type Done = { removed(): void }

/** What can be done with a report beside changing it, and the line that says what came of it. */
export function reportActions(view: View, report: ReportSummary, { removed }: Done) {
  const { text, api } = view
  const { id, name } = report
  const outcome = el('div', { class: 'action-outcome', role: 'status' })
  const action = (words: string, what: string, run: (button: HTMLButtonElement) => void) => {
    const button: HTMLButtonElement = el(
      'button',
      {
        class: 'button small',
        type: 'button',
        id: `report-${what}-${id}`,
        aria: { label: text('reports.actionOf', { action: words, name }) },
        on: { click: () => run(button) },
      },
      words,
    )
    return button
  }
  // The button stays enabled meanwhile: a disabled one would lose the focus.
  let isBusy = false

  const toMe = action(text('reports.toMe'), 'to-me', (button) => {
    button.textContent = text('reports.toMeBusy')
    outcome.replaceChildren()
    void once(async () => {
      outcome.replaceChildren(await sendToMe(view, id))
    }).finally(() => {
      button.textContent = text('reports.toMe')
    })
  })
  const halt =
    report.paused === null
      ? action(text('reports.pause'), 'halt', () => void once(() => api.reports.pause(id), view.reload))
      : action(text('reports.resume'), 'halt', () => void once(() => api.reports.resume(id), view.reload))
  const remove = action(text('reports.remove'), 'remove', () =>
    confirmDialog(view, {
      title: text('reports.removeTitle', { name }),
      body: text('reports.removeText'),
      button: text('reports.remove'),
      work: () => api.reports.remove(id),
      done: removed,
    }),
  )

  async function once(work: () => Promise<unknown>, done: () => void = () => {}): Promise<void> {
    if (isBusy) return
    isBusy = true
    try {
      await work()
      done()
    } catch (error) {
      outcome.replaceChildren(el('p', { class: 'problem' }, reportProblem(error, text)))
    }
    isBusy = false
  }

  const history = el(
    'a',
    {
      class: 'button small',
      href: view.link(reportPath({ kind: 'history', id })),
      aria: { label: text('reports.actionOf', { action: text('reports.history'), name }) },
    },
    text('reports.history'),
  )
  return { buttons: [toMe, history, halt, remove], outcome }
}

/** What really became of the mail, in the words of whoever took it. */
async function sendToMe(view: View, id: number): Promise<HTMLElement> {
  const { text, api, session } = view
  const { outcome, message } = await api.reports.sendToMe(id)
  const written = writtenMail(message)
  if (outcome === 'sent' && written !== null)
    return el(
      'p',
      {},
      text('reports.toMe.written'),
      ' ',
      el('a', { href: view.link(outboxPath(written)) }, text('reports.toMe.writtenLink')),
    )
  const words = text(`reports.toMe.${outcome}`, { message, address: session.person.email })
  return el('p', { class: outcome === 'sent' ? '' : 'problem' }, words)
}

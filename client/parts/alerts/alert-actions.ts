import type { AlertSummary } from '../../../server/contract-alert.ts'
import type { MessageKey } from '../../../server/text/messages/client-en.ts'
import { alertPath } from '../../alert-place.ts'
import { el } from '../../dom.ts'
import type { View } from '../../view.ts'
import { moreDetails } from '../more-details.ts'
import { confirmDialog } from '../reports/confirm-dialog.ts'

const DAY_MS = 86_400_000
const snoozes = [
  { key: 'alert.snooze.day', days: 1 },
  { key: 'alert.snooze.week', days: 7 },
  { key: 'alert.snooze.month', days: 28 },
] as const

/** What can be done with an alert, and room for why it was not done. */
export function alertActions(
  view: View,
  alert: AlertSummary,
): { buttons: HTMLElement[]; outcome: HTMLElement } {
  const { text, api, link } = view
  const { id, name, paused, snoozedUntil } = alert
  const outcome = el('p', { class: 'problem', role: 'alert', id: `alert-${id}-outcome` })

  async function run(work: () => Promise<unknown>): Promise<void> {
    outcome.textContent = ''
    try {
      await work()
      view.reload()
    } catch {
      outcome.textContent = text('alert.failed')
    }
  }

  const button = (what: string, label: MessageKey, full: MessageKey, work: () => Promise<unknown>) =>
    el(
      'button',
      {
        class: 'button small',
        type: 'button',
        id: `alert-${id}-${what}`,
        aria: { label: `${text(full, { name })}: ${text(label)}` },
        on: { click: () => void run(work) },
      },
      text(label),
    )
  const toPlace = (what: string, path: string, label: MessageKey, full: MessageKey) =>
    el(
      'a',
      {
        class: 'button small',
        id: `alert-${id}-${what}`,
        href: link(path),
        aria: { label: text(full, { name }) },
      },
      text(label),
    )
  const ask = () =>
    confirmDialog(view, {
      title: text('alert.removeLabel', { name }),
      body: text('alert.removeQuestion'),
      button: text('alert.remove'),
      work: () => api.alerts.remove(id),
      done: view.reload,
    })
  const buttons = [
    toPlace('edit', alertPath({ edit: id }), 'alert.change', 'alert.changeLabel'),
    toPlace(
      'history',
      `${alertPath({ history: id })}#alert-history`,
      'alert.historyOnly',
      'alert.historyOnlyLabel',
    ),
    ...(paused === null
      ? [
          snoozedUntil === null
            ? snoozeChoice()
            : button('wake', 'alert.wake', 'alert.wakeLabel', () => api.alerts.snooze(id, null)),
          button('pause', 'alert.pause', 'alert.pauseLabel', () => api.alerts.pause(id)),
        ]
      : [button('resume', 'alert.resume', 'alert.resumeLabel', () => api.alerts.resume(id))]),
    el(
      'button',
      {
        class: 'button small',
        type: 'button',
        id: `alert-${id}-remove`,
        aria: { label: text('alert.removeLabel', { name }) },
        on: { click: ask },
      },
      text('alert.remove'),
    ),
  ]
  return { buttons, outcome }

  /** Closed at first: three ways to be left in peace. */
  function snoozeChoice(): HTMLElement {
    const details = moreDetails(
      `alert-${id}-snooze`,
      text('alert.snooze'),
      el(
        'div',
        { class: 'snooze-times' },
        ...snoozes.map(({ key, days }) =>
          button(`snooze-${days}`, key, 'alert.snoozeLabel', () =>
            api.alerts.snooze(id, new Date(Date.now() + days * DAY_MS).toISOString()),
          ),
        ),
      ),
    )
    details.className = 'snooze'
    return details
  }
}

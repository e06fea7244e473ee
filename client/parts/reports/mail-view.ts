import { el } from '../../dom.ts'
import type { View } from '../../view.ts'

export type ShownMail = {
  subject: string
  /** Null where the page is headed by it. */
  heading: string | null
  text: string | null
  /** Of its HTML; null where it has none. */
  address: string | null
  files: readonly (HTMLElement | string)[]
}

/**
 * A mail as a mail program shows it: its HTML in a frame of its own, where nothing of it runs, or its plain text.
 * @param form which of the two, and what to do when the reader chooses
 */
export function mailView(
  { text }: View,
  mail: ShownMail,
  form: { shown: 'html' | 'text'; choose(shown: 'html' | 'text'): void },
): HTMLElement {
  const shown = mail.address === null ? 'text' : form.shown
  const tab = (name: 'html' | 'text') =>
    el(
      'button',
      {
        type: 'button',
        id: `mail-${name}`,
        aria: { pressed: String(shown === name) },
        on: { click: () => form.choose(name) },
      },
      text(`mail.${name}`),
    )
  return el(
    'div',
    { class: 'mail-view' },
    el(
      'div',
      { class: 'mail-head' },
      mail.heading === null
        ? null
        : el(
            'p',
            { class: 'mail-subject' },
            el('span', { class: 'small' }, text('mail.subject')),
            mail.heading,
          ),
      mail.address === null
        ? null
        : el(
            'div',
            { class: 'switch', role: 'group', aria: { label: text('mail.form') } },
            tab('html'),
            tab('text'),
          ),
    ),
    shown === 'html' && mail.address !== null
      ? mailFrame(text('mail.frame', { subject: mail.subject }), mail.address)
      : el('pre', { class: 'mail-text', tabIndex: 0 }, mail.text ?? ''),
    el(
      'div',
      { class: 'mail-files' },
      el('h3', {}, text('mail.files')),
      mail.files.length === 0
        ? el('p', { class: 'small' }, text('mail.noFiles'))
        : el('ul', {}, ...mail.files.map((file) => el('li', {}, file))),
    ),
  )
}

/** What is in it gets no script, no form and nothing from elsewhere; its links open pages of their own. */
function mailFrame(title: string, address: string): HTMLElement {
  const frame = el('iframe', { class: 'mail-frame', title })
  frame.setAttribute('sandbox', 'allow-popups allow-popups-to-escape-sandbox')
  frame.src = address
  return frame
}

import type { OutboxMailAnswer } from '../../../server/contract-outbox.ts'
import { el } from '../../dom.ts'
import { outboxPath } from '../../report-place.ts'
import { bytesWords } from '../../report-words.ts'
import type { View } from '../../view.ts'
import { momentWords } from '../freshness.ts'
import { mailView } from './mail-view.ts'

/** One mail: to whom, when, what it says, and its files. A mail that cannot be shown says so and can be taken as a file. */
export function outboxMail(view: View, mail: OutboxMailAnswer): HTMLElement {
  const { text, link } = view
  const { name, subject, from, to, date, isBroken, isTooLarge, canTakeFiles } = mail
  const facts: [string, string | null][] = [
    [text('outbox.from'), from],
    [text('outbox.to'), to],
    [text('outbox.date'), date && momentWords(date, view)],
  ]
  return el(
    'article',
    { class: 'outbox-mail' },
    el('p', { class: 'small' }, el('a', { href: link(outboxPath(null)) }, text('outbox.back'))),
    el(
      'h1',
      { tabIndex: -1, class: 'outbox-title' },
      isBroken ? name : (subject ?? text('outbox.noSubject')),
    ),
    el(
      'dl',
      { class: 'report-facts' },
      ...facts.flatMap(([term, value]) =>
        value === null ? [] : [el('div', {}, el('dt', {}, term), el('dd', {}, value))],
      ),
    ),
    el('div', { class: 'panel' }, body(view, mail)),
    canTakeFiles
      ? el(
          'p',
          {},
          el(
            'a',
            { class: 'button small', href: `/api/v1/outbox/${name}/file`, download: name },
            `${text('outbox.download')} · ${bytesWords(mail.bytes, view.language)}`,
          ),
        )
      : el('p', { class: 'small' }, text('outbox.filesWithheld')),
    isBroken && !isTooLarge ? el('p', { class: 'small' }, text('outbox.brokenMore')) : null,
  )
}

function body(view: View, mail: OutboxMailAnswer): HTMLElement {
  const { text, language } = view
  if (mail.isTooLarge) return el('p', {}, text('outbox.tooLarge'))
  if (mail.isBroken) return el('p', {}, text('outbox.broken'))
  const host = el('div', {})
  const files = mail.attachments.map(({ name, bytes }, place) =>
    mail.canTakeFiles
      ? el(
          'a',
          {
            href: `/api/v1/outbox/${mail.name}/attachments/${place}`,
            download: name,
            aria: { label: text('outbox.downloadFile', { name, size: bytesWords(bytes, language) }) },
          },
          `${name} (${bytesWords(bytes, language)})`,
        )
      : `${name} (${bytesWords(bytes, language)})`,
  )
  function draw(shown: 'html' | 'text'): void {
    host.replaceChildren(
      mailView(
        view,
        {
          subject: mail.subject ?? text('outbox.noSubject'),
          heading: null,
          text: mail.text,
          address: mail.hasHtml ? `/api/v1/outbox/${mail.name}/html` : null,
          files,
        },
        {
          shown,
          choose(next) {
            draw(next)
            document.getElementById(`mail-${next}`)?.focus()
          },
        },
      ),
    )
  }
  draw('html')
  return host
}

import type { OutboxAnswer, OutboxMail } from '../../../server/contract-outbox.ts'
import { el } from '../../dom.ts'
import { outboxPath } from '../../report-place.ts'
import { bytesWords } from '../../report-words.ts'
import type { View } from '../../view.ts'
import { momentWords } from '../freshness.ts'
import { plainTable } from '../plain-table.ts'

/** The mails of a page, newest first, and the way to older ones. */
export function outboxList(view: View, { mails, next }: OutboxAnswer, isLater: boolean): HTMLElement {
  const { text, link, language } = view
  if (mails.length === 0 && next === null)
    return el(
      'section',
      { class: 'panel nothing' },
      el('p', {}, el('strong', {}, text('outbox.none'))),
      el('p', { class: 'small' }, text('outbox.noneMore')),
    )
  return el(
    'section',
    { class: 'panel outbox' },
    mails.length === 0
      ? el('p', {}, text('outbox.noneHere'))
      : plainTable<OutboxMail>(
          text('outbox.title'),
          [
            {
              heading: text('mail.subject'),
              cell: ({ name, subject, isBroken }) =>
                el(
                  'span',
                  { class: 'named outbox-subject' },
                  el(
                    'a',
                    { href: link(outboxPath(name)) },
                    isBroken ? name : (subject ?? text('outbox.noSubject')),
                  ),
                  isBroken ? el('span', { class: 'small' }, text('outbox.broken')) : null,
                ),
            },
            { heading: text('outbox.to'), cell: ({ to }) => to ?? '–' },
            {
              heading: text('outbox.date'),
              cell: ({ date }) => (date === null ? '–' : momentWords(date, view)),
            },
            {
              heading: text('outbox.size'),
              isNumeric: true,
              cell: ({ bytes }) => bytesWords(bytes, language),
            },
          ],
          mails,
          'stacks',
        ),
    el(
      'p',
      { class: 'older' },
      isLater ? el('a', { href: link(outboxPath(null)) }, text('outbox.newest')) : null,
      next === null ? null : el('a', { href: link(outboxPath(null, next)) }, text('outbox.older')),
    ),
  )
}

import type { OutboxAnswer, OutboxMailAnswer } from '../../server/contract-outbox.ts'
import { el } from '../dom.ts'
import type { Page } from '../page.ts'
import { outboxList } from '../parts/reports/outbox-list.ts'
import { outboxMail } from '../parts/reports/outbox-mail.ts'
import { reportTabs } from '../parts/reports/report-tabs.ts'
import { skeleton } from '../parts/skeleton.ts'
import { keepOrMake } from '../redraw.ts'

const REFRESH_SECONDS = 60

export type OutboxPageAnswer = { list: OutboxAnswer } | { mail: OutboxMailAnswer }

/** Mails that were written to files instead of being sent, and each of them as its reader sees it. */
export const outboxPage: Page<OutboxPageAnswer> = {
  skeleton: ({ text }) => skeleton(text, ['headline', 'line', 'table']),

  async load({ api, route }, signal) {
    const { mail, after } = route.name === 'outbox' ? route : { mail: null, after: null }
    if (mail !== null) return { mail: await api.reports.outboxMail(mail, signal) }
    return { list: await api.reports.outbox(after, signal) }
  },

  title: ({ text }, answer) =>
    'mail' in answer ? (answer.mail.subject ?? text('outbox.noSubject')) : text('outbox.title'),

  draw(view, answer) {
    const tabs = reportTabs(view)
    if ('mail' in answer) {
      const { mail } = answer
      return {
        nodes: [
          tabs,
          keepOrMake('outbox-mail', `${view.language} ${mail.name}`, () => outboxMail(view, mail)),
        ],
      }
    }
    const { text, session } = view
    const { isSmtpSet } = answer.list
    return {
      nodes: [
        tabs,
        el(
          'section',
          { class: 'intro' },
          el('h1', { tabIndex: -1 }, text('outbox.title')),
          el('p', { class: 'lead' }, text(isSmtpSet ? 'outbox.leadSmtp' : 'outbox.lead')),
          session.person.role === 'administrator'
            ? null
            : el('p', { class: 'small' }, text('outbox.managerHint')),
        ),
        outboxList(view, answer.list, view.route.name === 'outbox' && view.route.after !== null),
      ],
    }
  },

  refreshAfter: () => REFRESH_SECONDS,
}

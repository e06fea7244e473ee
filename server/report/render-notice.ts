import type { Language } from '../contract.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { html } from '../text/html.ts'
import type { NoticeMessages } from '../text/messages/notice-en.ts'
import { noticeEn } from '../text/messages/notice-en.ts'
import { noticeKo } from '../text/messages/notice-ko.ts'
import type { Trouble } from './delivery/trouble.ts'
import { linksTo } from './links.ts'
import { block, link, withoutIndentation } from './mail-blocks.ts'
import { mailPage } from './mail-page.ts'
import { colours } from './mail-style.ts'
import type { RenderedMail } from './render-report.ts'

/** More than these are counted, not listed: a mail server that is down fails everybody. */
const MOST_LISTED = 10

/** The mail that tells a schedule's owner what went wrong, HTML and plain text from the same words. */
export function renderNotice(
  { schedule, troubles }: { schedule: { id: number; name: string }; troubles: readonly Trouble[] },
  { language, publicUrl }: { language: Language; publicUrl: string },
): RenderedMail {
  const messages = language === 'ko' ? noticeKo : noticeEn
  const lines = troubles.slice(0, MOST_LISTED).map((trouble) => sentenceOf(trouble, messages, language))
  if (troubles.length > MOST_LISTED) lines.push(messages.more(troubles.length - MOST_LISTED))
  const history = linksTo(publicUrl, language).history(schedule.id)
  const subject = messages.subject(schedule.name)
  return {
    subject,
    text: `${[
      messages.opening(schedule.name),
      lines.map((line) => `- ${line}`).join('\n'),
      messages.closing,
      `${messages.history}: ${history}`,
    ].join('\n\n')}\n`,
    html: withoutIndentation(
      mailPage({
        language,
        title: subject,
        rows: html`<tr>
            <td class="pad" style="padding:24px 24px 14px">
              <h1
                class="text head"
                style="margin:0;font-size:18px;line-height:1.4;font-weight:bold;color:${colours.text}"
              >
                ${messages.opening(schedule.name)}
              </h1>
            </td>
          </tr>
          ${block(
            html`<ul
                class="text"
                style="margin:0 0 12px;padding:0 0 0 18px;font-size:15px;line-height:23px;color:${colours.text}"
              >
                ${lines.map((line) => html`<li style="margin:0 0 6px">${line}</li>`)}
              </ul>
              <p class="muted" style="margin:0 0 12px;font-size:13px;line-height:20px;color:${colours.muted}">
                ${messages.closing}
              </p>
              <p style="margin:0;font-size:15px;line-height:23px;font-weight:bold">
                ${link(messages.history, history)}
              </p>`,
          )}`,
      }),
    ),
  }
}

function sentenceOf(trouble: Trouble, messages: NoticeMessages, language: Language): string {
  switch (trouble.kind) {
    case 'too_late': {
      const week = formatLongSpan(trouble.period, language)
      return trouble.told
        ? messages.sentEarlier(week, formatLongSpan(trouble.told, language))
        : messages.tooLate(week)
    }
    case 'unknown':
      return messages.unknown(trouble.address)
    case 'refused_address':
      return messages.refusedAddress(trouble.address, trouble.message)
    case 'failed':
      return (trouble.isOver ? messages.failedForGood : messages.failedAgain)(
        trouble.address,
        trouble.message,
      )
  }
}

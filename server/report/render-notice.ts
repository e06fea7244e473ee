import type { Language } from '../contract.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { html } from '../text/html.ts'
import type { NoticeMessages } from '../text/messages/notice-en.ts'
import { noticeEn } from '../text/messages/notice-en.ts'
import { noticeKo } from '../text/messages/notice-ko.ts'
import type { Trouble } from './delivery/trouble.ts'
import { withoutIndentation } from './mail-blocks.ts'
import { colours, fontStack, styleSheet } from './mail-style.ts'
import type { RenderedMail } from './render-report.ts'

/** More than these are counted, not listed: a mail server that is down fails everybody. */
const MOST_LISTED = 10

/** The mail that tells a schedule's owner what went wrong, HTML and plain text from the same words. */
export function renderNotice(
  { schedule, troubles }: { schedule: string; troubles: readonly Trouble[] },
  { language, publicUrl }: { language: Language; publicUrl: string },
): RenderedMail {
  const messages = language === 'ko' ? noticeKo : noticeEn
  const lines = troubles.slice(0, MOST_LISTED).map((trouble) => sentenceOf(trouble, messages, language))
  if (troubles.length > MOST_LISTED) lines.push(messages.more(troubles.length - MOST_LISTED))
  const link = `${publicUrl}/data-health?lang=${language}`
  const subject = messages.subject(schedule)
  return {
    subject,
    text: `${[
      messages.opening(schedule),
      lines.map((line) => `- ${line}`).join('\n'),
      messages.closing,
      `${messages.dataHealth}: ${link}`,
    ].join('\n\n')}\n`,
    html: withoutIndentation(
      html`<!doctype html>
        <html lang="${language}">
          <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width,initial-scale=1" />
            <meta name="color-scheme" content="light dark" />
            <title>${subject}</title>
            <style>
              ${html.unsafe(styleSheet)}
            </style>
          </head>
          <body class="page" style="margin:0;padding:16px;background-color:${colours.page}">
            <div
              class="card text pad"
              style="max-width:600px;margin:0 auto;padding:24px;background-color:${colours.card};color:${colours.text};font-family:${fontStack};font-size:15px;line-height:23px;word-break:keep-all;overflow-wrap:break-word"
            >
              <p style="margin:0 0 12px">${messages.opening(schedule)}</p>
              <ul style="margin:0 0 12px;padding:0 0 0 18px">
                ${lines.map((line) => html`<li style="margin:0 0 6px">${line}</li>`)}
              </ul>
              <p class="muted" style="margin:0 0 12px;color:${colours.muted}">${messages.closing}</p>
              <p style="margin:0">
                <a class="link" href="${link}" style="color:${colours.link};font-weight:bold"
                  >${messages.dataHealth}</a
                >
              </p>
            </div>
          </body>
        </html>`,
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

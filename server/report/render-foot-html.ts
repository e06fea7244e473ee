import { metricOf } from '../metrics/catalog.ts'
import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import type { Links } from './links.ts'
import { block, link } from './mail-blocks.ts'
import type { MailFrame } from './mail-frame.ts'
import { colours } from './mail-style.ts'
import type { Report } from './report.ts'
import { formatMoment, gradesSaidLast, messagesIn } from './wording.ts'

/** What each figure means, with its definition one click away. */
export function readingRow(report: Report, links: Links): Html {
  const { language, metrics } = report
  const messages = messagesIn(language)
  return block(
    html`<h2 class="text" style="margin:0 0 6px;font-size:14px;line-height:20px;color:${colours.text}">
        ${messages.readingTitle}
      </h2>
      <ul
        class="muted"
        style="margin:0;padding:0 0 0 18px;font-size:12px;line-height:18px;color:${colours.muted}"
      >
        ${metrics
          .map(metricOf)
          .map(
            ({ key, name, question }) =>
              html`<li>${link(name[language], links.definition(key))}: ${question[language]}</li>`,
          )}
        ${gradesSaidLast(report).map((grade) => html`<li>${messages.readingGrade[grade]}</li>`)}
        <li>${messages.readingRange}</li>
        <li>${messages.readingWeek}</li>
      </ul>`,
  )
}

export function footerRow(report: Report, { links, readerName, unsubscribe }: MailFrame): Html {
  const { dataCompleteTo, zone, language } = report
  const messages = messagesIn(language)
  return html`<tr>
    <td class="pad line" style="padding:14px 24px 24px;border-top:1px solid ${colours.line}">
      <p class="muted" style="margin:0;font-size:12px;line-height:18px;color:${colours.muted}">
        ${dataCompleteTo && html`${messages.dataAsOf(formatMoment(dataCompleteTo, zone, language))} `}${messages.sentTo(readerName, zone)}
      </p>
      <p style="margin:10px 0 0;font-size:14px;line-height:20px">
        <a class="link" href="${links.overview}" style="color:${colours.link};font-weight:bold"
          >${messages.openCutover}</a
        >
        · <a class="link" href="${unsubscribe}" style="color:${colours.link}">${messages.unsubscribe}</a>
      </p>
    </td>
  </tr>`
}

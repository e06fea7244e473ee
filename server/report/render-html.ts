import { primaryMetrics } from '../metrics/catalog.ts'
import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { headlineOf, subjectOf } from './headline.ts'
import type { Links } from './links.ts'
import type { MailFrame } from './mail-frame.ts'
import { colours, fontStack, styleSheet, tones } from './mail-style.ts'
import { block, link, withoutIndentation } from './mail-blocks.ts'
import { brandRows } from './render-brands-html.ts'
import type { AttentionItem, Report } from './report.ts'
import {
  attentionText,
  changeText,
  countsLine,
  formatMoment,
  gradesIn,
  marks,
  messagesIn,
} from './wording.ts'

/** Widest that Outlook's reading pane shows without scrolling. */
const WIDTH = 640

/** The mail as a table layout with inline styles, the only thing every mail program draws alike. */
export function renderReportHtml(report: Report, frame: MailFrame): string {
  const { language } = report
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <meta name="format-detection" content="telephone=no,date=no,address=no" />
        <title>${subjectOf(report)}</title>
        <style>
          ${html.unsafe(styleSheet)}
        </style>
      </head>
      <body class="page" style="margin:0;padding:0;background-color:${colours.page}">
        <table
          role="presentation"
          class="page"
          width="100%"
          cellpadding="0"
          cellspacing="0"
          border="0"
          style="background-color:${colours.page}"
        >
          <tr>
            <td align="center" style="padding:16px 0">
              <!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->
              <table
                role="presentation"
                class="card"
                width="100%"
                cellpadding="0"
                cellspacing="0"
                border="0"
                style="max-width:${WIDTH}px;background-color:${colours.card};font-family:${fontStack};word-break:keep-all;overflow-wrap:break-word"
              >
                ${summaryRow(report, frame.links)} ${attentionRow(report, frame.links)} ${changesRow(report)}
                ${brandRows(report, frame.links)} ${readingRow(report, frame.links)}
                ${footerRow(report, frame)}
              </table>
              <!--[if mso]></td></tr></table><![endif]-->
            </td>
          </tr>
        </table>
      </body>
    </html> `
  return withoutIndentation(page)
}

function summaryRow(report: Report, links: Links): Html {
  const { language, period } = report
  const messages = messagesIn(language)
  return html`<tr>
    <td class="pad" style="padding:24px 24px 18px">
      <p class="muted" style="margin:0 0 10px;font-size:13px;line-height:18px;color:${colours.muted}">
        <a
          class="link"
          href="${links.overview}"
          style="color:${colours.link};text-decoration:none;font-weight:bold"
          >Cutover</a
        >
        · ${messages.title} · ${formatLongSpan(period, language)}
      </p>
      ${
        report.latePeriod &&
        html`<p
          class="warning text"
          style="margin:0 0 10px;padding:8px 12px;font-size:14px;line-height:21px;color:${colours.text};background-color:${colours.warning}"
        >
          ${messages.late(formatLongSpan(report.latePeriod, language))}
        </p>`
      }
      <h1
        class="text head"
        style="margin:0 0 14px;font-size:21px;line-height:1.4;font-weight:bold;color:${colours.text}"
      >
        ${headlineOf(report)}
      </h1>
      <p style="margin:0;font-size:13px;line-height:26px">
        ${countsLine(report.counts, report.language).map(
          ({ state, text }) =>
            html`<span
                class="${state}"
                style="padding:3px 8px;margin-right:6px;color:${tones[state].text};background-color:${tones[state].back};white-space:nowrap"
                >${marks[state]} ${text}</span
              >${' '}`,
        )}${report.notMoved > 0 && html`<span class="muted" style="color:${colours.muted};white-space:nowrap">${messages.notMovedBrands(report.notMoved)}</span>`}
      </p>
      ${gradesIn(report).map((grade) => html`<p class="muted" style="margin:8px 0 0;font-size:13px;line-height:19px;color:${colours.muted}">${messages.readingGrade[grade]}</p>`)}
    </td>
  </tr>`
}

function attentionRow(report: Report, links: Links): Html {
  const messages = messagesIn(report.language)
  const items = report.attention.map((item) => attentionItem(item, report, links))
  return block(
    html`<table
      role="presentation"
      class="warning"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      border="0"
      style="background-color:${colours.warning}"
    >
      <tr>
        <td style="padding:14px 16px">
          <h2 class="text" style="margin:0 0 6px;font-size:15px;line-height:22px;color:${colours.text}">
            ${messages.attention}
          </h2>
          ${
            items.length === 0
              ? html`<p class="text" style="margin:0;font-size:14px;line-height:21px;color:${colours.text}">
                  ${messages.attentionNone}
                </p>`
              : html`<ul
                  class="text"
                  style="margin:0;padding:0 0 0 18px;font-size:14px;line-height:21px;color:${colours.text}"
                >
                  ${items}
                </ul>`
          }
        </td>
      </tr>
    </table>`,
  )
}

function attentionItem(item: AttentionItem, report: Report, links: Links): Html {
  const text = attentionText(item, report)
  const address = item.kind === 'worse' ? links.brand(item.cell.brand.id, item.cell.metric) : null
  return html`<li style="margin:0 0 4px">
    ${text}${address && html` <a class="link" href="${address}" style="color:${colours.link}">${messagesIn(report.language).openCutover}</a>`}
  </li>`
}

function changesRow({ changes, language }: Report): Html | null {
  if (changes === null) return null
  const messages = messagesIn(language)
  const style = `margin:0;font-size:14px;line-height:21px;color:${colours.text}`
  return block(
    html`<h2 class="text" style="margin:0 0 6px;font-size:15px;line-height:22px;color:${colours.text}">
        ${messages.changed}
      </h2>
      ${
        changes.length === 0
          ? html`<p class="text" style="${style}">${messages.changedNone}</p>`
          : html`<ul class="text" style="${style};padding:0 0 0 18px">
              ${changes.map((change) => html`<li style="margin:0 0 4px">${changeText(change, language)}</li>`)}
            </ul>`
      }`,
  )
}

function readingRow(report: Report, links: Links): Html {
  const { language } = report
  const messages = messagesIn(language)
  const [brand] = report.brands
  return block(
    html`<h2 class="text" style="margin:0 0 6px;font-size:14px;line-height:20px;color:${colours.text}">
        ${messages.readingTitle}
      </h2>
      <ul
        class="muted"
        style="margin:0;padding:0 0 0 18px;font-size:12px;line-height:18px;color:${colours.muted}"
      >
        ${primaryMetrics.map(
          (metric) =>
            html`<li>
              ${brand ? link(metric.name[language], links.brand(brand.id, metric.key)) : metric.name[language]}:
              ${metric.question[language]}
            </li>`,
        )}
        <li>${messages.readingRange}</li>
        <li>${messages.readingWeek}</li>
      </ul>`,
  )
}

function footerRow(report: Report, { links, readerName, unsubscribe }: MailFrame): Html {
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

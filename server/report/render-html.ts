import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { headlineOf, subjectOf } from './headline.ts'
import type { MailFrame } from './mail-frame.ts'
import { mailPage } from './mail-page.ts'
import { colours, tones } from './mail-style.ts'
import { withoutIndentation } from './mail-blocks.ts'
import type { ReportPicture } from './pictures/report-picture.ts'
import { brandRows } from './render-brands-html.ts'
import { footerRow, readingRow } from './render-foot-html.ts'
import { attentionRow, changesRow, digestRow, filesRow } from './render-points-html.ts'
import type { ReportParts } from './report-parts.ts'
import type { Report } from './report.ts'
import { contentIn, countsLine, gradeSaidFirst, marks, messagesIn } from './wording.ts'

/** Mail programs cut a mail off at about 100 kB. */
const MOST_BYTES = 98_000

/**
 * The mail as a table layout with inline styles, the only thing every mail program draws alike.
 * @returns the mail and the pictures it shows: a brand that had to be shortened has none
 */
export function renderReportHtml(
  report: Report,
  frame: MailFrame,
  parts: ReportParts,
): { html: string; pictures: ReportPicture[] } {
  const bytesElse = Buffer.byteLength(withoutIndentation(pageOf(report, frame, { parts, brands: [] })))
  const brands = brandRows(report, frame.links, {
    pictures: parts.pictures,
    bytes: MOST_BYTES - bytesElse,
  })
  const page = pageOf(report, frame, { parts, brands: brands.rows })
  return { html: withoutIndentation(page), pictures: brands.pictures }
}

function pageOf(
  report: Report,
  frame: MailFrame,
  { parts, brands }: { parts: ReportParts; brands: readonly Html[] },
): Html {
  return mailPage({
    language: report.language,
    title: subjectOf(report),
    rows: html`${summaryRow(report, frame)} ${digestRow(report, frame.links)}
    ${attentionRow(report, frame.links)} ${changesRow(report)} ${brands} ${filesRow(report, parts)}
    ${readingRow(report, frame.links)} ${footerRow(report, frame)}`,
  })
}

function summaryRow(report: Report, { links }: MailFrame): Html {
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
      ${report.latePeriod && notice(messages.late(formatLongSpan(report.latePeriod, language)))}
      ${report.narrowed && narrowedNotice(report)}
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
      ${gradeSaidFirst(report).map((grade) => html`<p class="muted" style="margin:8px 0 0;font-size:13px;line-height:19px;color:${colours.muted}">${messages.readingGrade[grade]}</p>`)}
    </td>
  </tr>`
}

function narrowedNotice({ narrowed, language }: Report): Html {
  const content = contentIn(language)
  const words = content.narrowed(narrowed?.words.join(' · ') ?? '')
  return notice(html`<b>${content.narrowedTitle}.</b> ${words}`)
}

/** What a reader must know before anything else. */
function notice(words: string | Html): Html {
  return html`<p
    class="warning text"
    style="margin:0 0 10px;padding:8px 12px;font-size:14px;line-height:21px;color:${colours.text};background-color:${colours.warning}"
  >
    ${words}
  </p>`
}

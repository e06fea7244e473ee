import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import { digestOf } from './digest.ts'
import type { Links } from './links.ts'
import { block, link } from './mail-blocks.ts'
import { colours, tones } from './mail-style.ts'
import { mostChangesInDigest, shownAttention, shownChanges } from './points.ts'
import type { ReportParts } from './report-parts.ts'
import type { AttentionItem, Report } from './report.ts'
import { attentionText, changeText, contentIn, filesLeftOut, marks, messagesIn } from './wording.ts'

const listStyle = `margin:0;padding:0 0 0 18px;font-size:14px;line-height:21px;color:${colours.text}`

/** What a reader should know, in a few sentences. */
export function digestRow(report: Report, links: Links): Html | null {
  const lines = digestOf(report)
  if (lines.length === 0) return null
  const messages = messagesIn(report.language)
  const items = lines.map(({ state, text, figure }) => {
    const tone = state && tones[state]
    const mark =
      tone &&
      html`<span class="${state}" style="padding:0 5px;color:${tone.text};background-color:${tone.back}"
          >${marks[state]}</span
        >${' '}`
    const more = figure && html` ${link(messages.openCutover, links.brand(figure.brandId, figure.metric))}`
    return html`<li style="margin:0 0 5px">${mark}${text}${more}</li>`
  })
  return block(
    html`${heading(contentIn(report.language).digest)}
      <ul class="text" style="${listStyle}">
        ${items}
      </ul>`,
  )
}

export function attentionRow(report: Report, links: Links): Html {
  const messages = messagesIn(report.language)
  const { items, more } = shownAttention(report)
  const lines = [
    ...items.map((item) => attentionItem(item, report, links)),
    ...(more > 0
      ? [html`<li>${link(contentIn(report.language).moreAttention(more), links.overview)}</li>`]
      : []),
  ]
  return block(
    html`<table
      role="presentation"
      class="warning"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      border="0"
      bgcolor="${colours.warning}"
      style="background-color:${colours.warning}"
    >
      <tr>
        <td style="padding:14px 16px">
          ${heading(messages.attention)}
          ${
            lines.length === 0
              ? html`<p class="text" style="margin:0;font-size:14px;line-height:21px;color:${colours.text}">
                  ${messages.attentionNone}
                </p>`
              : html`<ul class="text" style="${listStyle}">
                  ${lines}
                </ul>`
          }
        </td>
      </tr>
    </table>`,
  )
}

function attentionItem(item: AttentionItem, report: Report, links: Links): Html {
  const address = addressOf(item, links)
  return html`<li style="margin:0 0 4px">
    ${attentionText(item, report)}${address && html` ${link(messagesIn(report.language).openCutover, address)}`}
  </li>`
}

/** Where somebody does something about it; what only takes time has no such place. */
function addressOf(item: AttentionItem, links: Links): string | null {
  if (item.kind === 'worse') return links.brand(item.brand.id, item.metrics[0])
  return item.kind === 'stale' ? links.dataHealth : null
}

/** The verdicts that are new, where the digest could not name them all. */
export function changesRow(report: Report): Html | null {
  if (report.changes === null || report.changes.length <= mostChangesInDigest) return null
  const { language } = report
  const { items, more } = shownChanges(report)
  const lines = items.map((change) => changeText(change, language))
  if (more > 0) lines.push(contentIn(language).moreAttention(more))
  return block(
    html`${heading(messagesIn(language).changed)}
      <ul class="text" style="${listStyle}">
        ${lines.map((line) => html`<li style="margin:0 0 4px">${line}</li>`)}
      </ul>`,
  )
}

/** What would have made the mail too large is said, not dropped. */
export function filesRow({ language }: Report, { leftOut }: ReportParts): Html | null {
  if (leftOut.length === 0) return null
  return block(
    html`<p class="text" style="margin:0;font-size:14px;line-height:21px;color:${colours.text}">
      ${filesLeftOut(leftOut, language)}
    </p>`,
  )
}

function heading(words: string): Html {
  return html`<h2 class="text" style="margin:0 0 6px;font-size:15px;line-height:22px;color:${colours.text}">
    ${words}
  </h2>`
}

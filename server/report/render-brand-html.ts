import type { KeyEntry } from '../charts/weekly-key.ts'
import { formatSpan } from '../text/format-span.ts'
import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import type { Links } from './links.ts'
import { colours, tones } from './mail-style.ts'
import type { ReportPicture } from './pictures/report-picture.ts'
import type { BrandView, RowView } from './present-brand.ts'
import type { Report } from './report.ts'
import { marks, messagesIn } from './wording.ts'

const cellStyle = `padding:8px 6px;border-top:1px solid ${colours.line}`
const smallStyle = `font-size:12px;line-height:17px;color:${colours.muted}`
const headStyle = 'padding:4px 6px;font-weight:normal'

/** A brand's figures: since the move and in the last week, side by side. */
export function brandSection(
  brand: BrandView,
  { report, links, picture }: { report: Report; links: Links; picture: ReportPicture | null },
): Html {
  const messages = messagesIn(report.language)
  const week = messages.week(formatSpan(report.period, report.language))
  const columns = brand.compared
    ? [
        head(messages.figure, '22%'),
        head(messages.verdict, '28%'),
        head(messages.beforeAfter, '27%'),
        head(week, '23%'),
      ]
    : [head(messages.figure, '40%'), head(week, '35%'), head(messages.weekBefore, '25%')]
  return html`<h2 style="margin:0 0 2px;font-size:17px;line-height:24px">
      <a class="link" href="${links.brand(brand.id)}" style="color:${colours.link};text-decoration:none"
        >${brand.name}</a
      >
    </h2>
    <p class="muted" style="margin:0 0 8px;${smallStyle}">${brand.about}</p>
    ${picture && pictureBlock(picture)}
    <table
      class="text figures"
      width="100%"
      cellpadding="0"
      cellspacing="0"
      border="0"
      style="width:100%;font-size:14px;line-height:20px;color:${colours.text}"
    >
      <thead>
        <tr class="muted" style="${smallStyle}">
          ${columns}
        </tr>
      </thead>
      <tbody>
        ${brand.rows.map((row) => figureRow(row, brand, report))}
      </tbody>
    </table>
    ${[...brand.remarks, ...brand.notes.map((note, i) => `${messages.note(i + 1)}: ${note}`)].map((line) => html`<p class="muted" style="margin:6px 0 0;${smallStyle}">${line}</p>`)}`
}

/** The words below say what its shades and dashes mean, and the alternative text what it shows. */
function pictureBlock({ file, title, alt, key, width, height }: ReportPicture): Html {
  const words = key.map(({ swatch, number, words: said }, index) => {
    const { sign, colour } = swatches[swatch]
    return html`${index > 0 && ' · '}<span style="color:${colour}">${number || sign}</span> ${said}`
  })
  return html`<p class="text" style="margin:0 0 4px;font-size:14px;line-height:20px;color:${colours.text}">
      <b>${title}</b>
    </p>
    <img
      src="cid:${file.cid}"
      alt="${alt}"
      width="${width}"
      height="${height}"
      style="display:block;width:100%;max-width:${width}px;height:auto;border:0;background-color:#fdfdfd;color:#454d57;font-size:13px;line-height:18px"
    />
    <p class="muted" style="margin:4px 0 8px;${smallStyle}">${words}</p>`
}

/** How a part of the chart looks, as far as letters can show it; colours that are read on light and dark ground. */
const swatches: Record<KeyEntry['swatch'], { sign: string; colour: string }> = {
  before: { sign: '■', colour: '#808b9d' },
  ramp: { sign: '▨', colour: '#808b9d' },
  after: { sign: '■', colour: '#5b7cf0' },
  expected: { sign: '╍', colour: '#b07a1a' },
  'expected-band': { sign: '▒', colour: '#b07a1a' },
  running: { sign: '○', colour: '#5b7cf0' },
  mark: { sign: '', colour: '#808b9d' },
}

function head(text: string, width: string): Html {
  return html`<th
    class="cell muted"
    scope="col"
    align="left"
    valign="bottom"
    width="${width}"
    style="${headStyle}"
  >
    ${text}
  </th>`
}

function figureRow(row: RowView, brand: BrandView, report: Report): Html {
  const messages = messagesIn(report.language)
  const name = html`<th
    class="cell line"
    scope="row"
    align="left"
    valign="top"
    style="${cellStyle};font-weight:normal"
  >
    ${row.name}
  </th>`
  const week = messages.week(formatSpan(report.period, report.language))
  const cells = brand.compared
    ? [
        cell(null, verdict(row), [
          ...(row.clear || row.effect === null ? [] : [row.effect]),
          ...row.qualifiers,
          ...(row.whole === null ? [] : [row.whole]),
        ]),
        cell(messages.beforeAfter, values(row.beforeAfter ?? '–'), row.basis),
        cell(week, values(row.week), [...row.weekDetails, messages.weekBeforeValue(row.weekBefore)]),
      ]
    : [
        cell(week, values(row.week), [...row.weekDetails, ...(row.whole === null ? [] : [row.whole])]),
        cell(messages.weekBefore, values(row.weekBefore), []),
      ]
  return html`<tr class="line">
    ${name}${cells}
  </tr> `
}

/** `label` repeats the column's heading, for screens so narrow that cells stand below each other. */
function cell(label: string | null, main: Html, details: readonly string[]): Html {
  const lines = details.map((detail) => html`<br class="gap" /><span class="part">${values(detail)}</span>`)
  return html`<td class="cell line" valign="top" style="${cellStyle}">
    ${label !== null && html`<span class="label muted" style="display:none;mso-hide:all">${label}: </span>`}${main}${lines.length > 0 && html`<span class="muted" style="${smallStyle}">${lines}</span>`}
  </td>`
}

/** The size stands beside the word only where something clearly moved. */
function verdict({ state, word, effect, clear }: RowView): Html {
  const tone = tones[state]
  return html`<span
      class="${state}"
      style="padding:1px 6px;color:${tone.text};background-color:${tone.back};white-space:nowrap"
      >${marks[state]} ${word}</span
    >${clear && effect && html` <b>${values(effect)}</b>`}`
}

/** A number stays with its unit. */
function values(text: string): Html {
  return html`${text.replace(/(?<=\d) (?=\p{L}{1,6}\b)|(?<=\p{L}) (?=\d)/gu, '\u00a0')}`
}

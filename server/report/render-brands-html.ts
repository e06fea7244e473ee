import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import type { Links } from './links.ts'
import { block, link, withoutIndentation } from './mail-blocks.ts'
import { colours } from './mail-style.ts'
import type { ReportPicture } from './pictures/report-picture.ts'
import { presentBrand } from './present-brand.ts'
import { brandSection } from './render-brand-html.ts'
import type { Report, ReportBrand } from './report.ts'
import { briefOf, contentIn, messagesIn } from './wording.ts'

/** Bytes for the brands that are told in one line each, where not all can be told in full. */
const BYTES_FOR_LINES = 8_000

/**
 * Brands in full as long as they fit, the others in one line each, the last ones by their number.
 * @param bytes there is room for
 */
export function brandRows(
  report: Report,
  links: Links,
  { pictures, bytes }: { pictures: readonly ReportPicture[]; bytes: number },
): { rows: Html[]; pictures: ReportPicture[] } {
  const rows: Html[] = []
  const shown: ReportPicture[] = []
  let bytesLeft = bytes
  for (const [index, brand] of report.brands.entries()) {
    const picture = pictures.find(({ brandId }) => brandId === brand.id) ?? null
    const row = block(brandSection(presentBrand(report, brand), { report, links, picture }))
    bytesLeft -= bytesOf(row)
    const isLast = index === report.brands.length - 1
    if (bytesLeft < (isLast ? 0 : BYTES_FOR_LINES)) {
      rows.push(block(otherBrands(report.brands.slice(index), report, links)))
      break
    }
    rows.push(row)
    if (picture) shown.push(picture)
  }
  const leftOut = report.chartsLeftOut + pictures.length - shown.length
  if (leftOut > 0 && shown.length > 0) rows.push(block(chartsLeftOut(shown.length, leftOut, report)))
  return { rows, pictures: shown }
}

function otherBrands(brands: readonly ReportBrand[], report: Report, links: Links): Html {
  const lines: Html[] = []
  let bytesLeft = BYTES_FOR_LINES
  for (const brand of brands) {
    const line = html`<li style="margin:0 0 4px">
      ${link(brand.name, links.brand(brand.id))}: ${briefOf(brand, report.language)}
    </li>`
    bytesLeft -= bytesOf(line)
    if (bytesLeft < 0) break
    lines.push(line)
  }
  const unnamed = brands.length - lines.length
  const more =
    unnamed > 0
      ? [html`<li>${link(contentIn(report.language).moreBrands(unnamed), links.overview)}</li>`]
      : []
  return html`<h2 class="text" style="margin:0 0 6px;font-size:17px;line-height:24px;color:${colours.text}">
      ${messagesIn(report.language).otherBrands}
    </h2>
    <ul
      class="text"
      style="margin:0;padding:0 0 0 18px;font-size:14px;line-height:21px;color:${colours.text}"
    >
      ${[...lines, ...more]}
    </ul>`
}

function chartsLeftOut(shown: number, left: number, { language }: Report): Html {
  return html`<p class="muted" style="margin:0;font-size:12px;line-height:17px;color:${colours.muted}">
    ${contentIn(language).chartsLeftOut(shown, left)}
  </p>`
}

function bytesOf(piece: Html): number {
  return Buffer.byteLength(withoutIndentation(piece))
}

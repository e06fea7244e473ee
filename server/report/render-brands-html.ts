import type { Html } from '../text/html.ts'
import { html } from '../text/html.ts'
import type { Links } from './links.ts'
import { block, link, withoutIndentation } from './mail-blocks.ts'
import { colours } from './mail-style.ts'
import { presentBrand } from './present-brand.ts'
import { brandSection } from './render-brand-html.ts'
import type { Report, ReportBrand } from './report.ts'
import { briefOf, messagesIn } from './wording.ts'

/** Mail programs cut a mail off at about 100 kB; this leaves room for all that is not a brand. */
const BYTES_FOR_BRANDS = 80_000

/** Brands in full as long as they fit, the others in one line each. */
export function brandRows(report: Report, links: Links): Html[] {
  const rows: Html[] = []
  let bytesLeft = BYTES_FOR_BRANDS
  let shown = 0
  for (const brand of report.brands) {
    const row = block(brandSection(presentBrand(report, brand), report, links))
    bytesLeft -= Buffer.byteLength(withoutIndentation(row))
    if (bytesLeft < 0) break
    rows.push(row)
    shown += 1
  }
  const others = report.brands.slice(shown)
  return others.length === 0 ? rows : [...rows, block(otherBrands(others, report, links))]
}

function otherBrands(brands: readonly ReportBrand[], report: Report, links: Links): Html {
  const lines = brands.map(
    (brand) =>
      html`<li style="margin:0 0 4px">
        ${link(brand.name, links.brand(brand.id))}: ${briefOf(brand, report.language)}
      </li>`,
  )
  return html`<h2 class="text" style="margin:0 0 6px;font-size:17px;line-height:24px;color:${colours.text}">
      ${messagesIn(report.language).otherBrands}
    </h2>
    <ul
      class="text"
      style="margin:0;padding:0 0 0 18px;font-size:14px;line-height:21px;color:${colours.text}"
    >
      ${lines}
    </ul>`
}

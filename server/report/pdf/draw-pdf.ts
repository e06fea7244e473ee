import { formatInstant } from '../../text/format.ts'
import { drawBrand } from './brand-pdf.ts'
import { drawCompare } from './compare-pdf.ts'
import { drawOverview } from './overview-pdf.ts'
import type { PdfContent } from './pdf-content.ts'
import { createSheet } from './sheet.ts'
import { wordsIn } from './words.ts'

/** Draws a document for a meeting. Takes up to a second: keep it off the event loop. @returns the file */
export function drawPdf(content: PdfContent): Uint8Array {
  const { text, language } = wordsIn(content.language)
  const title = titleOf(content)
  const moment = formatInstant(content.comparisons.asOf, content.zone, language)
  const sheet = createSheet({
    layout: content.page === 'brand' ? 'portrait' : 'landscape',
    language,
    title: `${title} – Cutover`,
    footer: text('pdf.footer', { title, moment }),
    pageNumber: (page, pages) => text('pdf.page', { page, pages }),
  })
  if (content.page === 'overview') drawOverview(sheet, content)
  else if (content.page === 'brand') drawBrand(sheet, content)
  else drawCompare(sheet, content)
  return sheet.finish()
}

/** @example 'Compare brands: First reply' */
export function titleOf(content: PdfContent): string {
  const { text, language } = wordsIn(content.language)
  if (content.page === 'overview') return content.title ?? text('nav.overview')
  if (content.page === 'brand') return content.brand.name
  return `${text('compare.title')}: ${content.metric.name[language]}`
}

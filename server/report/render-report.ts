import { linksTo } from './links.ts'
import { renderReportHtml } from './render-html.ts'
import { renderReportText } from './render-text.ts'
import type { Report } from './report.ts'
import { subjectOf } from './headline.ts'

export type RenderedReport = { subject: string; html: string; text: string }

/** The mail in the reader's language: subject, HTML and the plain-text twin, from the same words. */
export function renderReport(
  report: Report,
  address: { publicUrl: string; readerName: string },
): RenderedReport {
  const frame = { links: linksTo(address.publicUrl, report.language), readerName: address.readerName }
  return {
    subject: subjectOf(report),
    html: renderReportHtml(report, frame),
    text: renderReportText(report, frame),
  }
}

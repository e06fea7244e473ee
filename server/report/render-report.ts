import { linksTo } from './links.ts'
import { renderReportHtml } from './render-html.ts'
import { renderReportText } from './render-text.ts'
import type { Report } from './report.ts'
import { subjectOf } from './headline.ts'

export type RenderedReport = { subject: string; html: string; text: string }

/** The mail in the reader's language: subject, HTML and the plain-text twin, from the same words. */
export function renderReport(
  report: Report,
  address: { publicUrl: string; readerName: string; unsubscribe: string },
): RenderedReport {
  const { publicUrl, readerName, unsubscribe } = address
  const frame = { links: linksTo(publicUrl, report.language), readerName, unsubscribe }
  return {
    subject: subjectOf(report),
    html: renderReportHtml(report, frame),
    text: renderReportText(report, frame),
  }
}

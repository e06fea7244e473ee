import type { MailAttachment } from '../platform/mailer.ts'
import { escapeHtml } from '../text/html.ts'
import { subjectOf } from './headline.ts'
import { linksTo } from './links.ts'
import { renderReportHtml } from './render-html.ts'
import { renderReportText } from './render-text.ts'
import type { ReportParts } from './report-parts.ts'
import { noParts } from './report-parts.ts'
import type { Report } from './report.ts'

export type RenderedMail = { subject: string; html: string; text: string }
/** `attachments` with a `cid` are the pictures that the HTML shows; the others are files. */
export type RenderedReport = RenderedMail & { attachments: readonly MailAttachment[] }

/** What differs between the mails of those who are told the same. */
export type ReportReaderWords = { readerName: string; unsubscribe: string }

/** Stand for a reader's words until they are known; of signs no name or address is made of. */
const NAME = '\ue000name\ue000'
const UNSUBSCRIBE = '\ue000unsubscribe\ue000'

/**
 * The mail in the reader's language: subject, HTML and the plain-text twin, from the same words. Written once for everybody
 * who is told the same; what it gives back puts in what is each reader's own.
 */
export function writeReport(
  report: Report,
  publicUrl: string,
  parts: ReportParts = noParts,
): (reader: ReportReaderWords) => RenderedReport {
  const links = linksTo(publicUrl, report.language, report.narrowed?.filter)
  const frame = { links, readerName: NAME, unsubscribe: UNSUBSCRIBE }
  const subject = subjectOf(report)
  const { html, pictures } = renderReportHtml(report, frame, parts)
  const text = renderReportText(report, frame, parts)
  const attachments = [...pictures.map(({ file }) => file), ...parts.files]
  return ({ readerName, unsubscribe }) => ({
    subject,
    html: html
      .replaceAll(NAME, () => escapeHtml(readerName))
      .replaceAll(UNSUBSCRIBE, () => escapeHtml(unsubscribe)),
    text: text.replaceAll(NAME, () => readerName).replaceAll(UNSUBSCRIBE, () => unsubscribe),
    attachments,
  })
}

/** The mail to one reader. */
export function renderReport(
  report: Report,
  { publicUrl, ...reader }: ReportReaderWords & { publicUrl: string },
  parts: ReportParts = noParts,
): RenderedReport {
  return writeReport(report, publicUrl, parts)(reader)
}

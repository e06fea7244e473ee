import type { MailAttachment } from '../platform/mailer.ts'
import type { AttachmentKind } from '../store/report-schedules.ts'
import { attachmentKinds } from '../store/report-schedules.ts'
import { formatLongSpan } from '../text/format-span.ts'
import { csvFile, excelFile } from './files/sheet-files.ts'
import { reportSheet } from './files/report-table.ts'
import type { Links } from './links.ts'
import { linksTo } from './links.ts'
import { reportPicture } from './pictures/report-picture.ts'
import type { ReportParts } from './report-parts.ts'
import type { Report } from './report.ts'
import { contentIn, messagesIn } from './wording.ts'

/** Many servers take no larger mail; what is attached grows by a third on the way. */
const MOST_BYTES = 7_000_000

/**
 * Draws the pictures and writes the files of a report. Takes up to some seconds: keep it off an event loop that serves
 * pages.
 * @param mostBytes of all files together
 */
export async function makeParts(
  report: Report,
  {
    attachments,
    publicUrl,
    now,
    mostBytes = MOST_BYTES,
  }: { attachments: readonly AttachmentKind[]; publicUrl: string; now: number; mostBytes?: number },
): Promise<ReportParts> {
  const pictures = report.charts.map((chart) => reportPicture(chart, report))
  const links = linksTo(publicUrl, report.language, report.narrowed?.filter)
  const parts: ReportParts = { pictures, files: [], leftOut: [] }
  let bytes = pictures.reduce((sum, { file }) => sum + file.content.length, 0)
  for (const kind of attachmentKinds.filter((one) => attachments.includes(one))) {
    const file = await makeFile(kind, report, { links, publicUrl, now })
    if (bytes + file.content.length > mostBytes) parts.leftOut.push(kind)
    else {
      parts.files.push(file)
      bytes += file.content.length
    }
  }
  return parts
}

const contentTypes: Record<AttachmentKind, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
}

async function makeFile(
  kind: AttachmentKind,
  report: Report,
  { links, publicUrl, now }: { links: Links; publicUrl: string; now: number },
): Promise<MailAttachment> {
  const { language, period } = report
  const content = contentIn(language)
  const title = `Cutover · ${messagesIn(language).title} · ${formatLongSpan(period, language)}`
  const filename = `Cutover-${content.fileName}-${period.from}.${kind}`
  const write = async (): Promise<Buffer> => {
    if (kind === 'csv') return csvFile(reportSheet(report, title, links))
    if (kind === 'xlsx') return excelFile(reportSheet(report, title, links), content.sheetName)
    // What draws documents is large, and many reports have none.
    return (await import('./files/report-pdf.ts')).reportPdf(report, { publicUrl, now })
  }
  return { filename, content: await write(), contentType: contentTypes[kind] }
}

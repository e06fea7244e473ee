import type { QuestionFilter } from '../contract.ts'
import { primaryKeys } from '../metrics/catalog.ts'
import type { Database } from '../store/database.ts'
import type { AttachmentKind } from '../store/report-schedules.ts'
import type { ReportReader } from './build-report.ts'
import { buildReport } from './build-report.ts'
import { keptNarrowing } from './kept-narrowing.ts'
import { makeParts } from './make-parts.ts'
import type { RenderedReport } from './render-report.ts'
import { renderReport } from './render-report.ts'
import type { Report } from './report.ts'

/** All a mail to one person is made of beside the database. Can be sent between threads. */
export type MailQuestion = {
  reader: Omit<ReportReader, 'narrowing'>
  filter: QuestionFilter | null
  /** The brands that are judged together where the report is narrowed: all of the report, whoever reads. */
  family: number[]
  attachments: readonly AttachmentKind[]
  frame: { publicUrl: string; readerName: string; unsubscribe: string }
}
/** As it is asked in the thread that makes mails. */
export type AskedMail = { name: 'mail'; question: MailQuestion }

/** The report of a mail; null before the first grid was computed. */
export function reportFor(db: Database, { reader, filter, family }: MailQuestion): Report | null {
  const { metrics = primaryKeys, grid = 'shared', now } = reader
  const cells = filter && keptNarrowing(db, { brandIds: family, metrics, filter, grid, now })
  return buildReport(db, { ...reader, narrowing: filter && cells && { filter, cells } })
}

/** Draws and writes the whole mail. Takes up to some seconds: keep it off an event loop that serves pages. */
export async function makeMail(report: Report, question: MailQuestion): Promise<RenderedReport> {
  const { attachments, frame, reader } = question
  const parts = await makeParts(report, { attachments, publicUrl: frame.publicUrl, now: reader.now })
  return renderReport(report, frame, parts)
}

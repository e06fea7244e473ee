import type { Context } from '../../context.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import type { RenderedReport, ReportReaderWords } from '../render-report.ts'
import { writeReport } from '../render-report.ts'
import type { Report } from '../report.ts'

type Writer = (reader: ReportReaderWords) => RenderedReport

/** Writes the mails of reports, with pictures and files that are made once for everybody who gets the same report. */
export function sharedMails(
  { config: { publicUrl } }: Pick<Context, 'config'>,
  { attachments }: Pick<ReportSchedule, 'attachments'>,
  now: number,
): (report: Report) => Promise<Writer> {
  const made = new WeakMap<Report, Promise<Writer>>()
  return (report) => {
    const known = made.get(report)
    if (known) return known
    const writer = make(report)
    made.set(report, writer)
    return writer
  }

  async function make(report: Report): Promise<Writer> {
    // What draws is large, and most runs have no mail to make.
    const { makeParts } = await import('../make-parts.ts')
    return writeReport(report, publicUrl, await makeParts(report, { attachments, publicUrl, now }))
  }
}

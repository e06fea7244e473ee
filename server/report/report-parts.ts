import type { MailAttachment } from '../platform/mailer.ts'
import type { AttachmentKind } from '../store/report-schedules.ts'
import type { ReportPicture } from './pictures/report-picture.ts'

/** What a mail carries beside its words; the same for everybody who is told the same in the same language. */
export type ReportParts = {
  pictures: ReportPicture[]
  files: MailAttachment[]
  /** Files that would have made the mail too large. */
  leftOut: AttachmentKind[]
}

export const noParts: ReportParts = { pictures: [], files: [], leftOut: [] }

import { simpleParser } from 'mailparser'
import type { ParsedMail } from 'mailparser'
import { createTransport } from 'nodemailer'
import type { Language } from '../../server/contract.ts'
import type { RenderedReport } from '../../server/report/render-report.ts'
import { makeMail, reportFor } from '../../server/report/make-mail.ts'
import type { MailQuestion } from '../../server/report/make-mail.ts'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'
import { seedLongSeries } from './long-series.ts'
import { dawonId, haneulId, miraeId, saebyeokId, seedSampleGrid } from './sample-grid.ts'

export const everyBrand = [miraeId, haneulId, dawonId, saebyeokId]
export const publicUrl = 'https://cutover.example'

/** The sample's grid with a year of weeks. */
export function sampleDatabase(): Database {
  const db = openDatabase(':memory:')
  migrate(db)
  seedSampleGrid(db)
  seedLongSeries(db)
  return db
}

/** A mail with its pictures and all kinds of files. */
export async function wholeMail(
  db: Database,
  language: Language,
  change: Partial<MailQuestion['reader']> = {},
): Promise<RenderedReport> {
  const question: MailQuestion = {
    reader: {
      brandIds: everyBrand,
      language,
      zone: 'Asia/Seoul',
      now: Date.parse('2026-11-16T09:00:00+09:00'),
      ...change,
    },
    filter: null,
    family: everyBrand,
    attachments: ['csv', 'xlsx', 'pdf'],
    frame: { publicUrl, readerName: '김 & Kim', unsubscribe: `${publicUrl}/unsubscribe/token` },
  }
  const report = reportFor(db, question)
  if (report === null) throw new Error('the sample has a grid')
  return makeMail(report, question)
}

/** The mail as it goes over the wire, read by a parser that is not ours. */
export async function parsed(mail: RenderedReport): Promise<ParsedMail> {
  const { message } = await createTransport({ streamTransport: true, buffer: true }).sendMail({
    ...mail,
    attachments: [...mail.attachments],
    from: 'cutover@example.com',
    to: 'reader@example.com',
  })
  return simpleParser(message as Buffer)
}

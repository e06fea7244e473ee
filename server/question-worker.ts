import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { AnyQuestion } from './comparison/questions.ts'
import { answerQuestion } from './comparison/questions.ts'
import { answerInThread } from './platform/answer-in-thread.ts'
import type { AskedMail } from './report/make-mail.ts'
import type { PdfQuestion } from './report/pdf/pdf-content.ts'
import { openForReading, readTogether } from './store/database.ts'

/**
 * The thread that works out questions people ask, and draws their documents: it only reads, and sees the database of
 * one moment for each.
 */
const { databaseFile } = z.object({ databaseFile: z.string() }).parse(workerData)
const db = openForReading(databaseFile)

answerInThread(async (asked) => {
  // Sent by the process this thread belongs to, which checked it.
  const { name, question } = asked as AnyQuestion | PdfQuestion | AskedMail
  // What draws is large, and many never ask for a document.
  if (name === 'pdf') return (await import('./report/pdf/draw-pdf.ts')).drawPdf(question)
  if (name === 'mail') {
    const { makeMail, reportFor } = await import('./report/make-mail.ts')
    const report = readTogether(db, () => reportFor(db, question))
    return report && makeMail(report, question)
  }
  return readTogether(db, () => answerQuestion(db, name, question))
})

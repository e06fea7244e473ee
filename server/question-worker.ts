import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import type { AnyQuestion } from './comparison/questions.ts'
import { answerQuestion } from './comparison/questions.ts'
import { answerInThread } from './platform/answer-in-thread.ts'
import { openForReading, readTogether } from './store/database.ts'

/** The thread that works out questions people ask: it only reads, and sees the database of one moment for each. */
const { databaseFile } = z.object({ databaseFile: z.string() }).parse(workerData)
const db = openForReading(databaseFile)

answerInThread((asked) => {
  // Sent by the process this thread belongs to, which checked it.
  const { name, question } = asked as AnyQuestion
  return readTogether(db, () => answerQuestion(db, name, question))
})

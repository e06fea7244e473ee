import { extname } from 'node:path'
import type { Thread } from './platform/thread.ts'
import { createThread } from './platform/thread.ts'

const TIME_LIMIT_MS = 60_000
const MOST_WAITING = 8

/** The thread for questions people ask, with a connection of its own; null for a database that no other one can see. */
export function createQuestionThread(databaseFile: string): Thread | null {
  if (databaseFile === ':memory:') return null
  return createThread({
    file: new URL(`./question-worker${extname(import.meta.url)}`, import.meta.url),
    given: { databaseFile },
    timeLimitMs: TIME_LIMIT_MS,
    mostWaiting: MOST_WAITING,
  })
}

import { z } from 'zod'
import { writeAccountFact } from './account-facts.ts'
import { unreadWindows } from './checkpoint-windows.ts'
import {
  clockAllowanceMs,
  forgetReadAgain,
  nameOfWindow,
  readStreamWindows,
  saveCheckpoint,
} from './checkpoints.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'
import { readAccountFact } from './settings.ts'

const READ_WITH = 'read_with:'
const wordsSchema = z.array(z.string())

/** What of its source a stream keeps, as its stored history was read; null before it was read at all. */
export function readWordsReadWith(db: Database, stream: string): string[] | null {
  const stored = readAccountFact(db, READ_WITH + stream)
  return stored === null ? null : wordsSchema.parse(JSON.parse(stored))
}

/**
 * Notes what a stream keeps of its source from now on. Where that is more than its history was read with, all of its
 * history is read again; what is no longer kept has only to be noted. Returns whether history is read again.
 */
export function noteReadWith(db: Database, stream: string, scope: string, words: readonly string[]): boolean {
  return inTransaction(db, () => {
    const known = new Set(readWordsReadWith(db, stream))
    const isMore = words.some((word) => !known.has(word))
    if (isMore) readAllAgain(db, stream, scope)
    writeAccountFact(db, READ_WITH + stream, JSON.stringify([...words].sort()))
    return isMore
  })
}

/**
 * Opens every window anew. What the forward window has read becomes a window of the past, and the forward window
 * begins again where that one ends, so that nothing lies between them.
 */
function readAllAgain(db: Database, stream: string, scope: string): void {
  forgetReadAgain(db, stream)
  const windows = readStreamWindows(db, stream, scope)
  const past = windows.filter(({ window }) => window !== 'forward')
  for (const forward of windows.filter(({ window }) => window === 'forward')) {
    const { starts_at, complete_to } = forward
    const border = Math.max(starts_at, (complete_to ?? 0) - clockAllowanceMs)
    if (border > starts_at) past.push({ ...forward, window: nameOfWindow(starts_at), ends_at: border })
    saveCheckpoint(db, { ...forward, starts_at: border, cursor: null })
  }
  for (const window of unreadWindows(past)) saveCheckpoint(db, window)
}

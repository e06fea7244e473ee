import type { Checkpoint } from './checkpoints.ts'
import { nameOfWindow, readCheckpoints, saveCheckpoint } from './checkpoints.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'

/**
 * Has a stream's history of a range read again by its next run: windows of the past are opened anew, and what the
 * forward window has read since gets a window of its own. Bounds are epoch ms, half-open; null = no bound.
 * Returns how many windows will be read.
 */
export function reopenWindows(db: Database, stream: string, from: number | null, to: number | null): number {
  return inTransaction(db, () => {
    const windows = readCheckpoints(db).filter((checkpoint) => checkpoint.stream === stream)
    const past = windows.filter(({ window }) => window !== 'forward')
    const forward = windows.filter(({ window }) => window === 'forward')
    const reopened = [
      ...past.filter((checkpoint) => overlaps(checkpoint, from, to)),
      ...forward.flatMap((checkpoint) => readSinceThen(checkpoint, from, to)),
    ]
    for (const checkpoint of reopened) {
      saveCheckpoint(db, { ...checkpoint, cursor: null, complete_to: null, done: 0, rows: 0 })
    }
    return reopened.length
  })
}

function overlaps({ starts_at, ends_at }: Checkpoint, from: number | null, to: number | null): boolean {
  return (to === null || starts_at < to) && (from === null || (ends_at ?? Infinity) > from)
}

/** The part of the range that lies after the first run, as a window of its own. */
function readSinceThen(forward: Checkpoint, from: number | null, to: number | null): Checkpoint[] {
  const start = Math.max(forward.starts_at, from ?? forward.starts_at)
  const end = Math.min(to ?? Infinity, forward.complete_to ?? forward.starts_at)
  return end > start ? [{ ...forward, window: nameOfWindow(start), starts_at: start, ends_at: end }] : []
}

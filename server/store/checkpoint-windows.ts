import type { Checkpoint } from './checkpoints.ts'
import {
  AGAIN,
  forgetReadAgain,
  isReadAgain,
  nameOfWindow,
  readCheckpoints,
  saveCheckpoint,
} from './checkpoints.ts'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'

/**
 * Has a stream's history of a range read again by its next run: windows of the past are opened anew, and what the
 * forward window has read since gets a window of its own. Bounds are epoch ms, half-open; null = no bound.
 * Returns how many windows will be read.
 */
export function reopenWindows(db: Database, stream: string, from: number | null, to: number | null): number {
  return inTransaction(db, () => {
    const windows = readCheckpoints(db).filter(
      (checkpoint) => checkpoint.stream === stream && !isReadAgain(checkpoint),
    )
    const past = windows.filter(({ window }) => window !== 'forward')
    const forward = windows.filter(({ window }) => window === 'forward')
    const reopened = unreadWindows([
      ...past.filter((checkpoint) => overlaps(checkpoint, from, to)),
      ...forward.flatMap((checkpoint) => readSinceThen(checkpoint, from, to)),
    ])
    for (const checkpoint of reopened) saveCheckpoint(db, checkpoint)
    return reopened.length
  })
}

/**
 * Windows of the past as they are before anything of them is read. Of two that begin at one instant, as windows that
 * were opened anew may, the longer one holds both.
 */
export function unreadWindows(windows: readonly Checkpoint[]): Checkpoint[] {
  const byName = new Map<string, Checkpoint>()
  for (const window of windows) {
    const name = `${window.scope} ${window.window}`
    const other = byName.get(name)
    const ends_at = Math.max(window.ends_at ?? 0, other?.ends_at ?? 0)
    byName.set(name, { ...window, ends_at, cursor: null, complete_to: null, done: 0, rows: 0 })
  }
  return [...byName.values()]
}

/**
 * Has a stream's next run read ranges once more beside its history, which stays as covered as it was: for rows that may
 * be missing while all that is stored stands. Bounds are epoch ms, half-open; `to` null = all that was read since. To be
 * asked for once the stream reads nothing again (`readStreamsReadAgain`).
 */
export function readOnceMore(
  db: Database,
  stream: string,
  ranges: readonly { from: number; to: number | null }[],
): void {
  inTransaction(db, () => {
    const forward = readCheckpoints(db).find((one) => one.stream === stream && one.window === 'forward')
    if (!forward) return
    forgetReadAgain(db, stream)
    const readTo = forward.complete_to ?? forward.starts_at
    const windows = ranges.map(({ from, to }) => ({
      ...forward,
      window: AGAIN + nameOfWindow(from),
      starts_at: from,
      ends_at: Math.min(to ?? Infinity, readTo),
    }))
    const known = windows.filter(({ starts_at, ends_at }) => ends_at > starts_at)
    for (const window of unreadWindows(known)) saveCheckpoint(db, window)
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

import type { Database } from './database.ts'
import { statement } from './database.ts'

/** One thing about a row that could not be understood. */
export type QuarantineEntry = { id: string; path: string; reason: string; sample: string | null }

/** Puts rows aside; a row that is there already keeps its first date. */
export function putInQuarantine(
  db: Database,
  stream: string,
  entries: readonly QuarantineEntry[],
  now: number,
): void {
  for (const entry of entries) {
    statement(
      db,
      `insert into quarantine (stream, id, path, reason, sample, first_seen_at)
       values (:stream, :id, :path, :reason, :sample, :now)
       on conflict (stream, id, path) do nothing`,
    ).run({ stream, ...entry, now })
  }
}

/** Forgets one row that was put aside and has been understood since. */
export function takeFromQuarantine(db: Database, stream: string, id: string): void {
  statement(db, 'delete from quarantine where stream = :stream and id = :id').run({ stream, id })
}

/** Forgets what was put aside before `moment` (epoch ms); returns how many entries that were. */
export function pruneQuarantine(db: Database, moment: number): number {
  return statement(db, 'delete from quarantine where first_seen_at < :moment').run({ moment }).changes
}

import type { Database } from './database.ts'
import { statement } from './database.ts'

/**
 * Opens backfill windows of a stream again, so that its next run reads them from their start. Bounds are epoch ms,
 * half-open; null = no bound. Returns how many were opened.
 */
export function reopenWindows(db: Database, stream: string, from: number | null, to: number | null): number {
  return statement(
    db,
    `update checkpoint set cursor = null, done = 0, rows = 0
     where stream = :stream and window <> 'forward'
       and (:to is null or starts_at < :to) and (:from is null or ends_at is null or ends_at > :from)`,
  ).run({ stream, from, to }).changes
}

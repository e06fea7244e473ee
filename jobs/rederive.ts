import { setImmediate } from 'node:timers/promises'
import type { Database } from '../server/store/database.ts'
import { rederiveStale } from '../server/store/rederive-all.ts'

/**
 * Derives anew whatever settings or account facts have made out of date, letting other work in between. Interrupted,
 * it is done again from the start; returns how many rows changed.
 */
export async function rederiveIfStale(db: Database, signal: AbortSignal): Promise<number> {
  let changed = 0
  for (const rows of rederiveStale(db)) {
    changed += rows
    signal.throwIfAborted()
    await setImmediate()
  }
  return changed
}

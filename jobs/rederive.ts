import { setImmediate } from 'node:timers/promises'
import type { Database } from '../server/store/database.ts'
import {
  areDerivationsStale,
  rederiveBatch,
  writeFingerprint,
} from '../server/store/rederive-conversations.ts'

/**
 * Derives every conversation anew if settings or account facts changed since that was last done, letting other work
 * in between. Interrupted, it is done again from the start; returns how many rows changed.
 */
export async function rederiveIfStale(db: Database, signal: AbortSignal): Promise<number> {
  if (!areDerivationsStale(db)) return 0
  let changed = 0
  for (let after: string | null = ''; after !== null;) {
    signal.throwIfAborted()
    const batch = rederiveBatch(db, after)
    changed += batch.changed
    after = batch.last
    await setImmediate()
  }
  writeFingerprint(db)
  return changed
}

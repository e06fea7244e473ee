import { setImmediate } from 'node:timers/promises'
import { clearStagedBatch } from '../../server/store/import-staging.ts'
import type { Database } from '../../server/store/database.ts'

/** Forgets what was read of a file, in short transactions: pages write meanwhile. */
export async function clearStaged(db: Database, id: number): Promise<void> {
  while (clearStagedBatch(db, id)) await setImmediate()
}

import BetterSqlite3 from 'better-sqlite3'
import { frozenClock } from '../../../server/platform/clock.ts'
import { updateCutovers } from '../../../server/comparison/update-cutovers.ts'
import type { Database } from '../../../server/store/database.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import type { ReconcileSummary } from '../../../jobs/reconcile.ts'
import { reconcileWith } from '../../../jobs/reconcile.ts'
import type { JobOptions } from '../../../jobs/task.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import type { World } from '../../zendesk-sim/world/types.ts'
import type { SyncGiven } from '../sync/sync-support.ts'
import type { SyncContext } from '../../../jobs/sync-stream.ts'
import { freshDatabase, syncByName, syncFrom } from '../sync/sync-support.ts'

export type ReconciledAccount = {
  url: string
  zendesk: Awaited<ReturnType<typeof startSimulator>>
  /** A copy of the database as it was after the whole account had been read. */
  copy(): Database
}

const countedStreams = [
  'account',
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
  'engagements',
]
const noLimit = { requests: 1_000_000, ms: 600_000 }

/** The simulated account, read whole, with its cutover days found. */
export async function readAccount(world: World): Promise<ReconciledAccount> {
  const zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off' })
  const db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  await syncCounted(syncFrom(zendesk.url, { db }))
  while (refreshRollups(db, 1_000) > 0);
  updateCutovers(db)
  const bytes = db.serialize()
  return { url: zendesk.url, zendesk, copy: () => new BetterSqlite3(bytes) }
}

/** Reads the streams that are compared. */
export async function syncCounted(sync: SyncContext): Promise<void> {
  for (const name of countedStreams) await syncByName(sync, name)
}

/** Compares everything that is due, without a limit unless one is given. */
export function reconcileAll(
  url: string,
  given: SyncGiven,
  options: JobOptions = {},
  most: { requests: number; ms: number } = noLimit,
): Promise<ReconcileSummary> {
  return reconcileWith(syncFrom(url, given), options, most)
}

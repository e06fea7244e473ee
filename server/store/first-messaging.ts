import type { Database } from './database.ts'
import { statement } from './database.ts'

/** When the account's first messaging conversation began (epoch ms); null without one. */
export function readFirstMessagingAt(db: Database): number | null {
  return (
    statement<{ at: number | null }>(
      db,
      "select min(started_at) as at from conversation where source = 'messaging' and deleted = 0 and import_id is null",
    ).get()?.at ?? null
  )
}

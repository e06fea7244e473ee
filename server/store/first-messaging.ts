import type { Database } from './database.ts'
import { statement } from './database.ts'

/** When the first messaging conversation of the account, or of some of its brands, began (epoch ms); null without one. */
export function readFirstMessagingAt(db: Database, brandIds: 'all' | readonly number[]): number | null {
  const ofBrands = brandIds === 'all' ? '' : 'and brand_id in (select value from json_each(:brandIds))'
  return (
    statement<{ at: number | null }>(
      db,
      `select min(started_at) as at from conversation
       where source = 'messaging' and deleted = 0 and import_id is null ${ofBrands}`,
    ).get(brandIds === 'all' ? {} : { brandIds: JSON.stringify(brandIds) })?.at ?? null
  )
}

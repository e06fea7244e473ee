import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Marks one brand-local day as changed since it was last summed; an unmapped conversation is in no roll-up. */
export function markDirty(db: Database, brandId: number | null, day: string): void {
  if (brandId === null) return
  statement(db, 'insert or ignore into rollup_dirty (brand_id, day) values (:brandId, :day)').run({
    brandId,
    day,
  })
}

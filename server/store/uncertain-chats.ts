import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/**
 * Live chats of [from, to) in the whole account of which nobody can say whose they are: in no brand, or in one only
 * because their ticket was left in the account's default. `own`: those of them that stand in this brand.
 */
export function countUncertainChats(
  db: Database,
  brandId: number,
  from: Day,
  to: Day,
): { all: number; own: number } {
  return (
    statement<{ all: number; own: number }>(
      db,
      `select count(*) as "all", coalesce(sum(brand_id = :brandId), 0) as own from conversation
       where (brand_id is null or brand_source = 'default_ticket') and source = 'chat' and deleted = 0
         and kind = 'conversation' and day >= :from and day < :to`,
    ).get({ brandId, from, to }) ?? { all: 0, own: 0 }
  )
}

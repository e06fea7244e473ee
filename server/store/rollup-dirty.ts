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

/** Days to be marked, each once, when a page of rows has been written; brand → days. */
export type DayMarks = Map<number, Set<string>>

export function noteDay(marks: DayMarks, brandId: number | null, day: string): void {
  if (brandId === null) return
  const days = marks.get(brandId)
  if (days) days.add(day)
  else marks.set(brandId, new Set([day]))
}

export function markDays(db: Database, marks: DayMarks): void {
  for (const [brandId, days] of marks) for (const day of days) markDirty(db, brandId, day)
}

/** Marks the days of one ticket's conversations: what is known of their messages changed. */
export function markTicketDirty(db: Database, ticketId: number): void {
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select brand_id, day from conversation where ticket_id = :ticketId and brand_id is not null`,
  ).run({ ticketId })
}

/** Marks every day from `from` to `to` (inclusive; null = no bound) that holds anything, or has sums. */
export function markDaysDirty(db: Database, from: string | null, to: string | null): void {
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select brand_id, day from (
       select brand_id, day from conversation
       union select brand_id, day from bot_conversation
       union select brand_id, day from rollup_day)
     where brand_id is not null and (:from is null or day >= :from) and (:to is null or day <= :to)`,
  ).run({ from, to })
}

/** Marks every day of a brand in [from, to) that holds a conversation. */
export function markBrandDaysDirty(db: Database, brandId: number, from: string, to: string): void {
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select distinct brand_id, day from conversation
     where brand_id = :brandId and day >= :from and day < :to`,
  ).run({ brandId, from, to })
}

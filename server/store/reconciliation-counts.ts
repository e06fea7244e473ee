import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Rows stored, those flagged as deleted apart. */
export type StoredCount = { present: number; deleted: number }
export type TicketCount = StoredCount & { day: Day; channel: string; scope: 'agent' | 'ai_agent' }
export type StoredTicket = { ticketId: number; isDeleted: boolean; isMerged: boolean }

const HOUR_MS = 3_600_000
/** Zendesk tags the ticket that was closed when it was merged into another. */
const MERGE_TAG = 'closed_by_merge'

/** A brand's messaging tickets by brand-local day of creation, channel and scope; days half-open. */
export function countStoredTickets(db: Database, brandId: number, from: Day, to: Day): TicketCount[] {
  return statement<TicketCount>(
    db,
    `select day, channel, scope, sum(deleted = 0) as present, sum(deleted = 1) as deleted
     from conversation
     where brand_id = :brandId and day >= :from and day < :to and scope is not null
     group by day, channel, scope`,
  ).all({ brandId, from, to })
}

/** The messaging tickets of one slice. */
export function readStoredTickets(
  db: Database,
  slice: { brandId: number; day: Day; channel: string; scope: string },
): StoredTicket[] {
  return statement<{ ticket_id: number; deleted: number; tags: string }>(
    db,
    `select ticket_id, deleted, tags from conversation
     where brand_id = :brandId and day = :day and channel = :channel and scope = :scope and ticket_id is not null`,
  )
    .all(slice)
    .map(({ ticket_id, deleted, tags }) => ({
      ticketId: ticket_id,
      isDeleted: deleted === 1,
      isMerged: (JSON.parse(tags) as unknown[]).includes(MERGE_TAG),
    }))
}

/** Which of these tickets are stored, by their brand (null = none, or a deleted one), and which were put aside. */
export function locateTickets(
  db: Database,
  ticketIds: readonly number[],
): { stored: Map<number, number | null>; putAside: Set<number> } {
  const ids = JSON.stringify(ticketIds)
  const stored = statement<{ id: number; brandId: number | null }>(
    db,
    `select c.ticket_id as id, iif(b.deleted = 1, null, c.brand_id) as brandId
     from conversation c left join brand b on b.id = c.brand_id
     where c.scope is not null and c.ticket_id in (select value from json_each(:ids))`,
  ).all({ ids })
  const putAside = statement<{ id: number }>(
    db,
    `select cast(id as integer) as id from quarantine
     where stream in ('tickets-agent', 'tickets-ai-agent')
       and id in (select cast(value as text) from json_each(:ids))`,
  ).all({ ids })
  return {
    stored: new Map(stored.map(({ id, brandId }) => [id, brandId])),
    putAside: new Set(putAside.map(({ id }) => id)),
  }
}

/**
 * Live chats and offline messages by UTC day of their start, the days half-open, whatever their brand. Those of imported
 * files are not Zendesk's: they would hide chats that are missing.
 */
export function countStoredChats(db: Database, from: Day, to: Day): Map<Day, StoredCount> {
  const byDay = new Map<Day, StoredCount>()
  for (const { hour, present, deleted } of readChatHours(db, from, to)) {
    const day = dayOf(hour * HOUR_MS, 'UTC')
    const counts = byDay.get(day) ?? { present: 0, deleted: 0 }
    byDay.set(day, { present: counts.present + present, deleted: counts.deleted + deleted })
  }
  return byDay
}

/** By brand, because days are indexed by brand; a brand's own day lies within a day of the UTC day. */
function readChatHours(db: Database, from: Day, to: Day) {
  const brands = statement<{ brand_id: number | null }>(
    db,
    'select distinct brand_id from conversation indexed by conversation_brand_day',
  ).all()
  return brands.flatMap(({ brand_id }) =>
    statement<{ hour: number; present: number; deleted: number }>(
      db,
      `select started_at / ${HOUR_MS} as hour, sum(deleted = 0) as present, sum(deleted = 1) as deleted
       from conversation
       where brand_id is :brandId and day >= :firstDay and day <= :lastDay
         and scope is null and import_id is null and started_at >= :from and started_at < :to
       group by hour`,
    ).all({
      brandId: brand_id,
      firstDay: addDays(from, -1),
      lastDay: to,
      from: Date.parse(`${from}T00:00:00Z`),
      to: Date.parse(`${to}T00:00:00Z`),
    }),
  )
}

/** The beginning of the first conversation there is (epoch ms); null without any. */
export function readFirstStart(db: Database): number | null {
  return (
    statement<{ at: number | null }>(db, 'select min(started_at) as at from conversation').get()?.at ?? null
  )
}

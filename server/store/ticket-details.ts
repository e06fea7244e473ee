import type { TicketDetail } from '../metrics/conversation-row.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveTicket } from './rederive-conversations.ts'

const columns = [
  'ticket_id',
  'generated_at',
  'bot_involved',
  'handed_off_at',
  'first_customer_message_at',
  'first_bot_message_at',
  'first_human_reply_at',
  'customer_messages',
  'agent_messages',
  'bot_messages',
  'agent_count',
] as const satisfies readonly (keyof TicketDetail)[]

const upsert = `insert into ticket_detail (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})
  on conflict (ticket_id) do update set ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

/** Later than any ticket. */
const LATEST = Date.UTC(9000, 0, 1)

/** A ticket whose messages are to be read, at the version that asks for it. */
export type PendingDetail = { ticket_id: number; updated_at: number; started_at: number }

/** Stores what tickets' messages told, never an older version; returns how many rows changed. */
export function storeTicketDetails(db: Database, details: readonly TicketDetail[]): number {
  return inTransaction(db, () => {
    const account = readAccountKnowledge(db)
    let changed = 0
    for (const detail of details) {
      const stored = statement<TicketDetail>(
        db,
        'select * from ticket_detail where ticket_id = :ticketId',
      ).get({ ticketId: detail.ticket_id })
      if (stored && stored.generated_at > detail.generated_at) continue
      if (stored && columns.every((column) => stored[column] === detail[column])) continue
      statement(db, upsert).run(detail)
      changed += 1 + rederiveTicket(db, detail.ticket_id, account)
    }
    return changed
  })
}

/**
 * Tickets a bot may have answered first and whose messages are unread or changed since, newest first.
 * `before` continues a walk after the ticket it names.
 */
export function readPendingDetails(
  db: Database,
  limit: number,
  before: PendingDetail | null = null,
): PendingDetail[] {
  const startedAt = before?.started_at ?? LATEST
  const bots = statement<{ id: number; bot_since: number }>(
    db,
    'select id, bot_since from brand where bot_since is not null',
  ).all()
  // Brand by brand, so that the index on brand and day yields the newest without sorting them all.
  return bots
    .flatMap((brand) =>
      statement<PendingDetail>(
        db,
        `select c.ticket_id, c.updated_at, c.started_at
         from conversation c
         left join ticket_detail d on d.ticket_id = c.ticket_id
         where c.brand_id = :id and c.day <= :day and c.source = 'messaging' and c.deleted = 0
           and c.started_at >= :bot_since
           and (d.ticket_id is null or d.generated_at < c.updated_at)
           and (c.started_at, c.ticket_id) < (:startedAt, :ticketId)
         order by c.day desc, c.started_at desc, c.ticket_id desc
         limit :limit`,
      ).all({
        ...brand,
        day: addDays(dayOf(startedAt, 'UTC'), 1),
        startedAt,
        ticketId: before?.ticket_id ?? 0,
        limit,
      }),
    )
    .sort((a, b) => b.started_at - a.started_at || b.ticket_id - a.ticket_id)
    .slice(0, limit)
}

import type { TicketDetail } from '../metrics/conversation-row.ts'
import { botStartOf } from '../metrics/account-knowledge.ts'
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

/** Tickets after the one a walk has come to whose messages are unread, or changed since. */
const selectUnread = `
  select c.ticket_id, c.updated_at, c.started_at
  from conversation c
  left join ticket_detail d on d.ticket_id = c.ticket_id
  left join unreadable_detail u on u.ticket_id = c.ticket_id
  where c.deleted = 0 and (c.started_at, c.ticket_id) < (:startedAt, :ticketId)
    and (d.ticket_id is null or d.generated_at < c.updated_at)
    and (u.ticket_id is null or u.generated_at < c.updated_at)`

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
      statement(
        db,
        'delete from unreadable_detail where ticket_id = :ticket_id and generated_at <= :generated_at',
      ).run(detail)
      changed += 1 + rederiveTicket(db, detail.ticket_id, account)
    }
    return changed
  })
}

/**
 * Tickets a bot may have answered first, and those of which nobody said whether a person replied, whose messages are
 * unread or changed since, newest first.
 * `before` continues a walk after the ticket it names.
 */
export function readPendingDetails(
  db: Database,
  limit: number,
  before: PendingDetail | null = null,
): PendingDetail[] {
  const after = { startedAt: before?.started_at ?? LATEST, ticketId: before?.ticket_id ?? 0, limit }
  const account = readAccountKnowledge(db)
  const bots = new Set([...account.botSince.keys(), ...account.botSinceSet.keys()])
  // Brand by brand, so that the index on brand and day yields the newest without sorting them all.
  const ofBots = [...bots].flatMap((id) =>
    statement<PendingDetail>(
      db,
      `${selectUnread}
         and c.brand_id = :id and c.day <= :day and c.source = 'messaging' and c.started_at >= :botSince
       order by c.day desc, c.started_at desc, c.ticket_id desc
       limit :limit`,
    ).all({
      ...after,
      id,
      botSince: botStartOf(account, id),
      day: addDays(dayOf(after.startedAt, 'UTC'), 1),
    }),
  )
  const ofUnknownReply = statement<PendingDetail>(
    db,
    `${selectUnread} and c.served is null
     order by c.started_at desc, c.ticket_id desc
     limit :limit`,
  ).all(after)
  const byTicket = new Map([...ofBots, ...ofUnknownReply].map((ticket) => [ticket.ticket_id, ticket]))
  return [...byTicket.values()]
    .sort((a, b) => b.started_at - a.started_at || b.ticket_id - a.ticket_id)
    .slice(0, limit)
}

/** How many tickets a walk would still come to after the one it names. */
export function countPendingDetails(db: Database, before: PendingDetail): number {
  return readPendingDetails(db, Number.MAX_SAFE_INTEGER, before).length
}

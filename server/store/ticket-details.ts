import type { TicketDetail } from '../metrics/conversation-row.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { settleBots } from './brand-bots.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveTicket } from './rederive-conversations.ts'
import { markTicketDirty } from './rollup-dirty.ts'

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
  'continued_by_email',
  'handed_back_at',
] as const satisfies readonly (keyof TicketDetail)[]

const upsert = `insert into ticket_detail (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})
  on conflict (ticket_id) do update set ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

/** Stores what tickets' messages told, never an older version; returns how many rows changed. */
export function storeTicketDetails(db: Database, details: readonly TicketDetail[]): number {
  return inTransaction(db, () => {
    const account = readAccountKnowledge(db)
    const botsMoved = new Set<number>()
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
      markTicketDirty(db, detail.ticket_id)
      if ((stored?.bot_involved ?? 0) !== detail.bot_involved) botsMoved.add(detail.ticket_id)
    }
    return changed + settleBots(db, brandsOf(db, botsMoved), account)
  })
}

function brandsOf(db: Database, ticketIds: ReadonlySet<number>): Set<number> {
  const rows = statement<{ brand_id: number }>(
    db,
    `select distinct brand_id from conversation
     where ticket_id in (select value from json_each(:ids)) and brand_id is not null`,
  ).all({ ids: JSON.stringify([...ticketIds]) })
  return new Set(rows.map(({ brand_id }) => brand_id))
}

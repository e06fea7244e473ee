import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveTicket } from './rederive-conversations.ts'

export type DeletedTicket = { ticket_id: number; deleted_at: number }

/** Remembers deletions and flags the conversations they concern; returns how many rows changed. */
export function storeDeletedTickets(
  db: Database,
  tickets: readonly DeletedTicket[],
  account: AccountKnowledge = readAccountKnowledge(db),
): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const ticket of tickets) {
      const { changes } = statement(
        db,
        `insert into deleted_ticket (ticket_id, deleted_at) values (:ticket_id, :deleted_at)
         on conflict (ticket_id) do update set deleted_at = excluded.deleted_at
         where excluded.deleted_at > deleted_ticket.deleted_at`,
      ).run(ticket)
      if (changes > 0) changed += 1 + rederiveTicket(db, ticket.ticket_id, account)
    }
    return changed
  })
}

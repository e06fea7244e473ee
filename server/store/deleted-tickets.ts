import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { readConversation } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveTicket } from './rederive-conversations.ts'

export type DeletedTicket = {
  ticket_id: number
  /** Epoch ms; null where Zendesk does not say when: then the copy stored by now is older. */
  deleted_at: number | null
}

/** Remembers deletions and flags the conversations they concern; returns how many rows changed. */
export function storeDeletedTickets(
  db: Database,
  tickets: readonly DeletedTicket[],
  account: AccountKnowledge = readAccountKnowledge(db),
): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const { ticket_id, deleted_at } of tickets) {
      const stored = readConversation(db, `ticket:${ticket_id}`)
      if (deleted_at === null && stored?.deleted === 1) continue
      const { changes } = statement(
        db,
        `insert into deleted_ticket (ticket_id, deleted_at) values (:ticket_id, :deleted_at)
         on conflict (ticket_id) do update set deleted_at = excluded.deleted_at
         where excluded.deleted_at > deleted_ticket.deleted_at`,
      ).run({ ticket_id, deleted_at: deleted_at ?? stored?.updated_at ?? 0 })
      if (changes > 0) changed += 1 + rederiveTicket(db, ticket_id, account)
    }
    return changed
  })
}

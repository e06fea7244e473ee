import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { readConversation } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readChatTicket, rederiveTicket } from './rederive-conversations.ts'

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
      const moment = deleted_at ?? momentOfCopy(db, ticket_id)
      if (moment === null) continue
      const { changes } = statement(
        db,
        `insert into deleted_ticket (ticket_id, deleted_at) values (:ticket_id, :deleted_at)
         on conflict (ticket_id) do update set deleted_at = excluded.deleted_at
         where excluded.deleted_at > deleted_ticket.deleted_at`,
      ).run({ ticket_id, deleted_at: moment })
      if (changes > 0) changed += 1 + rederiveTicket(db, ticket_id, account)
    }
    return changed
  })
}

/** When the stored copy was made, which a deletion without a time is later than; null where that is deleted already. */
function momentOfCopy(db: Database, ticketId: number): number | null {
  const stored = readConversation(db, `ticket:${ticketId}`)
  if (stored?.deleted === 1) return null
  return stored?.updated_at ?? readChatTicket(db, ticketId)?.updated_at ?? 0
}

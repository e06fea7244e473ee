import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ChatTicket } from '../metrics/conversation-row.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { rederiveTicket } from './rederive-conversations.ts'

/** Stores tickets of live chats, newest copy first, and derives their chats anew; returns how many rows changed. */
export function storeChatTickets(
  db: Database,
  tickets: readonly ChatTicket[],
  account: AccountKnowledge = readAccountKnowledge(db),
): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const ticket of tickets) {
      const stored = statement<ChatTicket>(db, 'select * from chat_ticket where ticket_id = :ticket_id').get({
        ticket_id: ticket.ticket_id,
      })
      if (stored && !isNewer(ticket, stored)) continue
      writeChatTicket(db, ticket)
      changed += 1 + rederiveTicket(db, ticket.ticket_id, account)
    }
    return changed
  })
}

/** Copies of the same second differ only by chance; any fixed order gives the same row in the end. */
function isNewer(ticket: ChatTicket, stored: ChatTicket): boolean {
  if (ticket.updated_at !== stored.updated_at) return ticket.updated_at > stored.updated_at
  return fingerprint(ticket) > fingerprint(stored)
}

function fingerprint(ticket: ChatTicket): string {
  return JSON.stringify([ticket.brand_id, ticket.group_id, ticket.requester_key])
}

function writeChatTicket(db: Database, ticket: ChatTicket): void {
  statement(
    db,
    `insert into chat_ticket (ticket_id, brand_id, group_id, requester_key, updated_at)
     values (:ticket_id, :brand_id, :group_id, :requester_key, :updated_at)
     on conflict (ticket_id) do update set brand_id = excluded.brand_id, group_id = excluded.group_id,
       requester_key = excluded.requester_key, updated_at = excluded.updated_at`,
  ).run(ticket)
}

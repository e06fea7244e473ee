import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ChatTicketFacts } from '../metrics/conversation-row.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import type { Database } from './database.ts'
import { inTransaction, insertByPlace, statement, valuesOf } from './database.ts'
import { readChatTicket, rederiveTicket } from './rederive-conversations.ts'
import { concernsStandIns, refreshStandIn } from './stand-in-tickets.ts'

const columns = [
  'ticket_id',
  'brand_id',
  'group_id',
  'requester_key',
  'updated_at',
  'channel',
  'form_id',
  'device_key',
  'locale',
  'tags',
  'status',
  'started_at',
  'source_first_human_reply_at',
  'source_reply_known',
  'ended_at',
  'reopens',
  'reopened_before',
  'first_agent_at',
  'agent_replies',
  'assignee_stations',
  'pending_minutes',
  'on_hold_minutes',
  'status_updated_at',
] as const satisfies readonly (keyof ChatTicketFacts)[]

const upsert = `${insertByPlace('chat_ticket', columns)}
  on conflict (ticket_id) do update set ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

/**
 * Stores tickets of live chats, newest copy first, and derives their chats anew; where the account has no Chat API the
 * tickets become conversations themselves. Returns how many rows changed.
 */
export function storeChatTickets(
  db: Database,
  tickets: readonly ChatTicketFacts[],
  account: AccountKnowledge = readAccountKnowledge(db),
): number {
  return inTransaction(db, () => {
    const mayStandIn = tickets.length > 0 && concernsStandIns(db, account)
    let changed = 0
    for (const ticket of tickets) {
      const stored = readChatTicket(db, ticket.ticket_id)
      if (stored && !isNewer(ticket, stored)) continue
      statement(db, upsert).run(valuesOf(columns, ticket))
      if (mayStandIn) changed += refreshStandIn(db, ticket.ticket_id, ticket, account)
      changed += 1 + rederiveTicket(db, ticket.ticket_id, account)
    }
    return changed
  })
}

/** Copies of the same second differ only by chance, or in how much was read: the one that says more wins. */
function isNewer(ticket: ChatTicketFacts, stored: ChatTicketFacts): boolean {
  if (ticket.updated_at !== stored.updated_at) return ticket.updated_at > stored.updated_at
  return fingerprint(ticket) > fingerprint(stored)
}

function fingerprint(ticket: ChatTicketFacts): string {
  return JSON.stringify(columns.map((column) => ticket[column] ?? ''))
}

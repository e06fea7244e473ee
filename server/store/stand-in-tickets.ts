import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type { ChatTicketFacts, ConversationFacts, ConversationRow } from '../metrics/conversation-row.ts'
import { writeAccountFact } from './account-facts.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { readConversation, removeConversation, writeConversation } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { deriveFromStore, readChatTicket } from './rederive-conversations.ts'
import { readAccountFact } from './settings.ts'

/**
 * Account fact: tickets of live chats are counted as the chats themselves, because the account has no Chat API. Its
 * value is the reading of transcript tickets with which they were made, or `partial` while they are being made or taken
 * away; absent where the chats count.
 */
const STAND_IN_TICKETS = 'stand_in_tickets'
const PARTIAL = 'partial'

const BATCH_ROWS = 1000

/**
 * Makes a live chat's ticket a conversation where the account has no Chat API and no chat of it is stored, and takes
 * it away again where one of these no longer holds; returns how many rows changed.
 */
export function refreshStandIn(
  db: Database,
  ticketId: number,
  ticket: ChatTicketFacts | null,
  account: AccountKnowledge,
): number {
  const stored = readConversation(db, `ticket:${ticketId}`)
  if (stored && stored.scope !== null) return 0
  const facts = ticket && account.ticketsStandIn && !hasChat(db, ticketId) ? factsOf(ticket, account) : null
  if (facts !== null) return writeConversation(db, deriveFromStore(db, facts, account), stored) ? 1 : 0
  if (!stored) return 0
  removeConversation(db, stored)
  return 1
}

/** Of chats that were just written: their tickets, those they had before included, no longer stand in for them. */
export function refreshStandInsOf(
  db: Database,
  conversations: Iterable<{ before: ConversationRow | undefined; now: ConversationRow }>,
  account: AccountKnowledge,
): number {
  const tickets = new Set<number>()
  for (const { before, now } of conversations) {
    if (now.scope !== null) continue
    for (const id of [before?.ticket_id, now.ticket_id]) if (typeof id === 'number') tickets.add(id)
  }
  let changed = 0
  for (const id of tickets) changed += refreshStandIn(db, id, readChatTicket(db, id), account)
  return changed
}

/**
 * Refreshes the thousand tickets after this one; `last` is null once there are no more. Undefined, and nothing done,
 * where the tickets are no longer to be what `note` says.
 */
export function refreshStandInBatch(
  db: Database,
  after: number,
  note: string | null,
): { last: number | null; changed: number } | undefined {
  return inTransaction(db, () => {
    const account = readAccountKnowledge(db)
    if (!concernsStandIns(db, account) || wantedNote(account) !== note) return undefined
    const tickets = statement<ChatTicketFacts>(
      db,
      'select * from chat_ticket where ticket_id > :after order by ticket_id limit :rows',
    ).all({ after, rows: BATCH_ROWS })
    let changed = 0
    for (const ticket of tickets) changed += refreshStandIn(db, ticket.ticket_id, ticket, account)
    return { last: tickets.at(-1)?.ticket_id ?? null, changed }
  })
}

/** True where tickets of live chats are conversations, or some of them may be: pages mark the figures of live chats. */
export function doTicketsStandIn(db: Database): boolean {
  return standInNote(db) !== null
}

/**
 * Whether what arrives has to be looked at: tickets of live chats are to be conversations, or some of them are. Notes
 * where not all of them are what they should be, so that it is put right even if all is changed back meanwhile.
 */
export function concernsStandIns(db: Database, account: AccountKnowledge): boolean {
  const note = standInNote(db)
  const wanted = wantedNote(account)
  if (note === null && wanted === null) return false
  if (note !== wanted) noteStandIns(db, PARTIAL)
  return true
}

/** With what the stored tickets of live chats were made conversations; null where they are none. */
export function standInNote(db: Database): string | null {
  return readAccountFact(db, STAND_IN_TICKETS)
}

/** What that note should be now: where it differs, all tickets of live chats are to be refreshed. */
export function wantedStandInNote(db: Database): string | null {
  return wantedNote(readAccountKnowledge(db))
}

function wantedNote({ ticketsStandIn, settings }: AccountKnowledge): string | null {
  return ticketsStandIn ? settings.readings.chatTranscriptTickets : null
}

/** Records that every ticket of a live chat is what it should be. */
export function noteStandIns(db: Database, note: string | null): void {
  writeAccountFact(db, STAND_IN_TICKETS, note)
}

/** A chat that was deleted was a chat all the same. */
function hasChat(db: Database, ticketId: number): boolean {
  return (
    statement(
      db,
      "select 1 from conversation where ticket_id = :ticketId and scope is null and id not like 'ticket:%'",
    ).get({ ticketId }) !== undefined
  )
}

/** Null for a transcript where those are ignored, and for a ticket an older version read without its course. */
function factsOf(ticket: ChatTicketFacts, account: AccountKnowledge): ConversationFacts | null {
  if (ticket.channel === null || ticket.tags === null || ticket.started_at === null) return null
  const isTranscript = ticket.channel === 'chat_transcript'
  if (isTranscript && account.settings.readings.chatTranscriptTickets === 'ignore') return null
  const isOffline = ticket.channel === 'chat_offline_message'
  return {
    id: `ticket:${ticket.ticket_id}`,
    kind: isOffline ? 'offline_message' : 'conversation',
    channel: isOffline ? ticket.channel : 'chat',
    ticket_id: ticket.ticket_id,
    ticket_brand_id: null,
    department_id: null,
    page_host: null,
    tags: ticket.tags,
    group_id: ticket.group_id,
    locale: ticket.locale,
    source_requester_key: ticket.requester_key,
    device_key: ticket.device_key,
    scope: null,
    seen_ai_agent: 0,
    status: ticket.status,
    started_at: ticket.started_at,
    first_customer_message_at: ticket.started_at,
    source_first_human_reply_at: isOffline ? null : ticket.source_first_human_reply_at,
    source_reply_known: isOffline ? 1 : (ticket.source_reply_known ?? 0),
    first_any_reply_at: null,
    ended_at: ticket.ended_at,
    customer_messages: null,
    agent_messages: null,
    agent_count: null,
    reopens: ticket.reopens,
    reopened_before: ticket.reopened_before,
    missed: null,
    dropped: null,
    resolution_field: null,
    form_id: ticket.form_id,
    first_agent_at: ticket.first_agent_at,
    reply_gaps: null,
    reply_gap_seconds: null,
    agent_replies: ticket.agent_replies,
    assignee_stations: ticket.assignee_stations,
    pending_minutes: ticket.pending_minutes,
    on_hold_minutes: ticket.on_hold_minutes,
    status_updated_at: ticket.status_updated_at,
    resolution_tier_field: null,
    import_id: null,
    updated_at: ticket.updated_at,
  }
}

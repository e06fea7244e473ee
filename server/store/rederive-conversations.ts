import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import type {
  ChatTicketFacts,
  ConversationFacts,
  ConversationRow,
  TicketDetail,
} from '../metrics/conversation-row.ts'
import { deriveConversation } from '../metrics/derive-conversation.ts'
import { fingerprintOf, readAccountKnowledge } from './account-knowledge.ts'
import { readConversation, readConversations, writeConversations } from './conversation-rows.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { writeAccountFact } from './account-facts.ts'
import { readAccountFact } from './settings.ts'

const BATCH_ROWS = 1000
const DERIVED_WITH = 'derived_with'

/** The row that follows from these facts and everything stored around them. */
export function deriveFromStore(
  db: Database,
  facts: ConversationFacts,
  account: AccountKnowledge,
): ConversationRow {
  const ticketId = facts.ticket_id
  // Messaging tickets, and those that stand in for live chats.
  const isTicket = ticketId !== null && facts.id.startsWith('ticket:')
  return deriveConversation(facts, {
    account,
    chatTicket: facts.scope === null && ticketId !== null ? readKnownChatTicket(db, ticketId, account) : null,
    detail: isTicket ? readTicketDetail(db, ticketId) : null,
    deletedAt: isTicket ? readDeletedAt(db, ticketId) : readChatDeletedAt(db, facts.id),
  })
}

/** Derives one conversation anew, if it is stored; returns how many rows changed. */
export function rederiveConversation(db: Database, id: string, account: AccountKnowledge): number {
  const row = readConversation(db, id)
  return row ? rederive(db, [row], account) : 0
}

/** Derives one ticket's conversations anew; returns how many rows changed. */
export function rederiveTicket(db: Database, ticketId: number, account: AccountKnowledge): number {
  const rows = statement<ConversationRow>(db, 'select * from conversation where ticket_id = :ticketId').all({
    ticketId,
  })
  return rederive(db, rows, account)
}

/** Derives a brand's messaging tickets anew that started in [from, to), epoch ms; returns how many rows changed. */
export function rederiveBrandTickets(
  db: Database,
  brandId: number,
  from: number,
  to: number,
  account: AccountKnowledge,
): number {
  // A bot's start can move by years: rows are wide, so that they are held a thousand at a time.
  const found = statement<{ id: string }>(
    db,
    `select id from conversation
     where brand_id = :brandId and source = 'messaging' and started_at >= :from and started_at < :to`,
  ).all({ brandId, from, to })
  let changed = 0
  for (let first = 0; first < found.length; first += BATCH_ROWS) {
    const ids = found.slice(first, first + BATCH_ROWS).map(({ id }) => id)
    changed += rederive(db, [...readConversations(db, ids).values()], account)
  }
  return changed
}

/** Derives the conversations after this id anew, a thousand of them; `last` is null once there are no more. */
export function rederiveBatch(db: Database, after: string): { last: string | null; changed: number } {
  return inTransaction(db, () => {
    const rows = statement<ConversationRow>(
      db,
      'select * from conversation where id > :after order by id limit :rows',
    ).all({ after, rows: BATCH_ROWS })
    const changed = rederive(db, rows, readAccountKnowledge(db))
    return { last: rows.at(-1)?.id ?? null, changed }
  })
}

/** True when settings or account facts changed since all conversations were last derived. */
export function areDerivationsStale(db: Database): boolean {
  return readAccountFact(db, DERIVED_WITH) !== presentFingerprint(db)
}

/** What conversations are derived from beside the facts, as a short text. */
export function presentFingerprint(db: Database): string {
  return fingerprintOf(readAccountKnowledge(db))
}

/** Records what all conversations are derived from. */
export function writeFingerprint(db: Database, fingerprint: string): void {
  writeAccountFact(db, DERIVED_WITH, fingerprint)
}

function rederive(db: Database, rows: readonly ConversationRow[], account: AccountKnowledge): number {
  const derived = rows.map((stored) => ({ stored, row: deriveFromStore(db, stored, account) }))
  return writeConversations(db, derived)
}

/** A live chat's ticket; of a transcript only where those are read as such. */
function readKnownChatTicket(
  db: Database,
  ticketId: number,
  { settings }: AccountKnowledge,
): ChatTicketFacts | null {
  const ticket = readChatTicket(db, ticketId)
  const isIgnored =
    ticket?.channel === 'chat_transcript' && settings.readings.chatTranscriptTickets === 'ignore'
  return isIgnored ? null : ticket
}

export function readChatTicket(db: Database, ticketId: number): ChatTicketFacts | null {
  const find = statement<ChatTicketFacts>(db, 'select * from chat_ticket where ticket_id = :ticketId')
  return find.get({ ticketId }) ?? null
}

function readTicketDetail(db: Database, ticketId: number): TicketDetail | null {
  const find = statement<TicketDetail>(db, 'select * from ticket_detail where ticket_id = :ticketId')
  return find.get({ ticketId }) ?? null
}

function readChatDeletedAt(db: Database, conversationId: string): number | null {
  const find = statement<{ deleted_at: number }>(
    db,
    'select deleted_at from deleted_chat where conversation_id = :conversationId',
  )
  return find.get({ conversationId })?.deleted_at ?? null
}

function readDeletedAt(db: Database, ticketId: number): number | null {
  const find = statement<{ deleted_at: number }>(
    db,
    'select deleted_at from deleted_ticket where ticket_id = :ticketId',
  )
  return find.get({ ticketId })?.deleted_at ?? null
}

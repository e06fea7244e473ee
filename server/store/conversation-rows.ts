import type { ConversationRow } from '../metrics/conversation-row.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { markDirty } from './rollup-dirty.ts'

const columns = [
  'id',
  'kind',
  'channel',
  'ticket_id',
  'ticket_brand_id',
  'department_id',
  'page_host',
  'tags',
  'group_id',
  'locale',
  'source_requester_key',
  'device_key',
  'scope',
  'seen_ai_agent',
  'status',
  'started_at',
  'first_customer_message_at',
  'source_first_human_reply_at',
  'source_reply_known',
  'first_any_reply_at',
  'ended_at',
  'customer_messages',
  'agent_messages',
  'agent_count',
  'reopens',
  'reopened_before',
  'missed',
  'dropped',
  'resolution_field',
  'form_id',
  'first_agent_at',
  'reply_gaps',
  'reply_gap_seconds',
  'agent_replies',
  'assignee_stations',
  'pending_minutes',
  'on_hold_minutes',
  'status_updated_at',
  'resolution_tier_field',
  'import_id',
  'updated_at',
  'source',
  'requester_key',
  'brand_id',
  'brand_source',
  'day',
  'hour_of_week',
  'language',
  'topic',
  'bot_involved',
  'first_responder',
  'handed_off_at',
  'first_human_reply_at',
  'served',
  'first_reply_seconds',
  'open_minutes_to_reply',
  'left_after_open_minutes',
  'transferred',
  'reopened',
  'outcome',
  'resolved_by',
  'deleted',
  'continued_by_email',
  'handed_back_at',
] as const satisfies readonly (keyof ConversationRow)[]

const insert = `insert into conversation (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})`

const RECONTACT_MS = 7 * 86_400_000

export function readConversation(db: Database, id: string): ConversationRow | undefined {
  return statement<ConversationRow>(db, 'select * from conversation where id = :id').get({ id })
}

/**
 * Writes a conversation unless the very same row is stored, and marks every day whose sums it may change.
 * Returns whether it was written.
 */
export function writeConversation(
  db: Database,
  row: ConversationRow,
  stored: ConversationRow | undefined,
): boolean {
  if (stored) {
    const changed = columns.filter((column) => stored[column] !== row[column])
    if (changed.length === 0) return false
    updateColumns(db, row, changed)
  } else statement(db, insert).run(row)
  markDirty(db, row.brand_id, row.day)
  if (stored) markDirty(db, stored.brand_id, stored.day)
  if (stored && isSameContact(stored, row)) return true
  for (const contact of stored ? [row, stored] : [row]) {
    markRecontacted(db, contact)
    markSharingTicket(db, contact)
  }
  return true
}

/** Takes a conversation away that is none after all, and marks every day whose sums that changes. */
export function removeConversation(db: Database, stored: ConversationRow): void {
  statement(db, 'delete from conversation where id = :id').run({ id: stored.id })
  markDirty(db, stored.brand_id, stored.day)
  markRecontacted(db, stored)
  markSharingTicket(db, stored)
}

/** Only what changed is written: indexes over other columns are then left as they are. */
function updateColumns(db: Database, row: ConversationRow, changed: readonly string[]): void {
  const assignments = changed.map((column) => `${column} = :${column}`).join(', ')
  statement(db, `update conversation set ${assignments} where id = :id`).run(row)
}

function isSameContact(stored: ConversationRow, row: ConversationRow): boolean {
  return (
    stored.requester_key === row.requester_key &&
    stored.ticket_id === row.ticket_id &&
    stored.brand_id === row.brand_id &&
    stored.started_at === row.started_at &&
    stored.deleted === row.deleted &&
    stored.kind === row.kind
  )
}

/** Conversations that ended less than a week before this one may have become (or ceased to be) recontacted. */
function markRecontacted(db: Database, row: ConversationRow): void {
  if (row.requester_key === null || row.brand_id === null) return
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select brand_id, day from conversation
     where requester_key = :requesterKey and started_at < :startedAt and brand_id = :brandId and ended_at >= :since`,
  ).run({
    requesterKey: row.requester_key,
    startedAt: row.started_at,
    brandId: row.brand_id,
    since: row.started_at - RECONTACT_MS,
  })
}

/** What was answered on a ticket belongs to its latest chat, which this one may have become (or ceased to be). */
function markSharingTicket(db: Database, row: ConversationRow): void {
  if (row.ticket_id === null || row.source !== 'chat') return
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select brand_id, day from conversation
     where ticket_id = :ticketId and id <> :id and brand_id is not null`,
  ).run({ ticketId: row.ticket_id, id: row.id })
}

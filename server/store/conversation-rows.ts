import type { ConversationRow } from '../metrics/conversation-row.ts'
import type { Database } from './database.ts'
import { insertByPlace, statement, valuesOf } from './database.ts'
import type { DayMarks } from './rollup-dirty.ts'
import { markDays, markDirty, noteDay } from './rollup-dirty.ts'

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
  'outside_hours',
  'bot_resolved',
] as const satisfies readonly (keyof ConversationRow)[]

const insert = insertByPlace('conversation', columns)

const RECONTACT_MS = 7 * 86_400_000

export function readConversation(db: Database, id: string): ConversationRow | undefined {
  return statement<ConversationRow>(db, 'select * from conversation where id = :id').get({ id })
}

/** Those of these conversations that are stored. */
export function readConversations(db: Database, ids: readonly string[]): Map<string, ConversationRow> {
  const rows = statement<ConversationRow>(
    db,
    'select * from conversation where id in (select value from json_each(:ids))',
  ).all({ ids: JSON.stringify(ids) })
  return new Map(rows.map((row) => [row.id, row]))
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
  return writeConversations(db, [{ row, stored }]) > 0
}

/** The same for many, each of them once; returns how many were written. */
export function writeConversations(
  db: Database,
  page: readonly { row: ConversationRow; stored: ConversationRow | undefined }[],
): number {
  const days: DayMarks = new Map()
  const contacts: ConversationRow[] = []
  let written = 0
  for (const { row, stored } of page) {
    if (!writeRow(db, row, stored)) continue
    written++
    noteDay(days, row.brand_id, row.day)
    if (stored) noteDay(days, stored.brand_id, stored.day)
    if (stored && isSameContact(stored, row)) continue
    contacts.push(row)
    if (stored) contacts.push(stored)
  }
  markDays(db, days)
  markRecontacted(db, contacts)
  markSharingTicket(db, contacts)
  return written
}

/** Whether two copies of a conversation are the very same row. */
export function isSameConversation(one: ConversationRow, other: ConversationRow): boolean {
  return columns.every((column) => one[column] === other[column])
}

function writeRow(db: Database, row: ConversationRow, stored: ConversationRow | undefined): boolean {
  if (stored) {
    const changed = columns.filter((column) => stored[column] !== row[column])
    if (changed.length === 0) return false
    updateColumns(db, row, changed)
  } else statement(db, insert).run(valuesOf(columns, row))
  return true
}

/** Takes a conversation away that is none after all, and marks every day whose sums that changes. */
export function removeConversation(db: Database, stored: ConversationRow): void {
  statement(db, 'delete from conversation where id = :id').run({ id: stored.id })
  markDirty(db, stored.brand_id, stored.day)
  markRecontacted(db, [stored])
  markSharingTicket(db, [stored])
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

/** Conversations that ended less than a week before one of these may have become (or ceased to be) recontacted. */
function markRecontacted(db: Database, rows: readonly ConversationRow[]): void {
  const contacts = rows.flatMap(({ requester_key, brand_id, started_at }) =>
    requester_key === null || brand_id === null ? [] : [[requester_key, brand_id, started_at]],
  )
  if (contacts.length === 0) return
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select earlier.brand_id, earlier.day
     from json_each(:contacts) as contact cross join conversation as earlier
     where earlier.requester_key = contact.value ->> 0 and earlier.brand_id = contact.value ->> 1
       and earlier.started_at < contact.value ->> 2
       and earlier.ended_at >= (contact.value ->> 2) - :recontact`,
  ).run({ contacts: JSON.stringify(contacts), recontact: RECONTACT_MS })
}

/** What was answered on a ticket belongs to its latest chat, which one of these may have become (or ceased to be). */
function markSharingTicket(db: Database, rows: readonly ConversationRow[]): void {
  const chats = rows.flatMap(({ id, ticket_id, source }) =>
    ticket_id === null || source !== 'chat' ? [] : [[id, ticket_id]],
  )
  if (chats.length === 0) return
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select other.brand_id, other.day
     from json_each(:chats) as chat cross join conversation as other
     where other.ticket_id = chat.value ->> 1 and other.id <> chat.value ->> 0 and other.brand_id is not null`,
  ).run({ chats: JSON.stringify(chats) })
}

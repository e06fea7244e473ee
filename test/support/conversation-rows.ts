import type { Database } from '../../server/store/database.ts'
import { dayOf, hourOfWeek } from '../../server/periods/zone.ts'

const ZONE = 'Asia/Seoul'

type Given = { id: string } & Record<string, string | number | null>

/** Inserts one served live chat of brand 1 at Monday 2 March 2026 10:00 Seoul, changed by what is given. */
export function insertConversation(db: Database, given: Given): void {
  const startedAt = Number(given.started_at ?? Date.parse('2026-03-02T10:00:00+09:00'))
  const row: Record<string, string | number | null> = {
    kind: 'conversation',
    channel: 'chat',
    ticket_id: null,
    ticket_brand_id: null,
    department_id: null,
    page_host: null,
    tags: '[]',
    group_id: null,
    locale: null,
    source_requester_key: null,
    device_key: null,
    scope: null,
    seen_ai_agent: 0,
    status: null,
    started_at: startedAt,
    first_customer_message_at: startedAt,
    source_first_human_reply_at: startedAt + 60_000,
    source_reply_known: 1,
    first_any_reply_at: null,
    ended_at: startedAt + 600_000,
    customer_messages: 3,
    agent_messages: 3,
    agent_count: 1,
    reopens: null,
    reopened_before: null,
    missed: 0,
    dropped: 0,
    resolution_field: null,
    updated_at: startedAt,
    source: 'chat',
    requester_key: null,
    brand_id: 1,
    brand_source: 'ticket',
    day: dayOf(startedAt, ZONE),
    hour_of_week: hourOfWeek(startedAt, ZONE),
    language: null,
    topic: 'other',
    bot_involved: 0,
    first_responder: 'agent',
    handed_off_at: startedAt,
    first_human_reply_at: startedAt + 60_000,
    served: 1,
    first_reply_seconds: 60,
    open_minutes_to_reply: 1,
    left_after_open_minutes: null,
    transferred: 0,
    reopened: 0,
    outcome: 'served',
    resolved_by: 'agent',
    deleted: 0,
    ...given,
  }
  const columns = (db.pragma('table_info(conversation)') as { name: string }[]).map(({ name }) => name)
  const known = Object.fromEntries(columns.filter((name) => name in row).map((name) => [name, row[name]]))
  const names = Object.keys(known)
  db.prepare(
    `insert into conversation (${names.join(', ')}) values (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(known)
}

/** Inserts one answered rating, changed by what is given. */
export function insertAnswer(db: Database, given: Given): void {
  const row = {
    source: 'chat_rating',
    ticket_id: null,
    conversation_id: null,
    offered_at: null,
    answered_at: Date.parse('2026-03-02T11:00:00+09:00'),
    raw_rating: 'good',
    category: 'good',
    reason: null,
    updated_at: 0,
    ...given,
  }
  const names = Object.keys(row)
  db.prepare(
    `insert into csat_answer (${names.join(', ')}) values (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(row)
}

import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { markDirty } from './rollup-dirty.ts'

/** One agent's work on one ticket. Instants are epoch ms, words in lower case with single spaces. */
export type Engagement = {
  id: string
  ticket_id: number | null
  agent_id: number | null
  group_id: number | null
  channel: string | null
  start_reason: string | null
  end_reason: string | null
  ticket_status_start: string | null
  ticket_status_end: string | null
  /** JSON: the five words above as Zendesk wrote them. */
  raw_words: string
  started_at: number
  ended_at: number | null
  offer_seconds: number | null
  /** Null without a reply: that is not an instant one. */
  first_reply_seconds: number | null
  average_wait_seconds: number | null
  longest_wait_seconds: number | null
  total_wait_seconds: number | null
  agent_messages: number | null
  agent_replies: number | null
  customer_messages: number | null
}

const columns = [
  'id',
  'ticket_id',
  'agent_id',
  'group_id',
  'channel',
  'start_reason',
  'end_reason',
  'ticket_status_start',
  'ticket_status_end',
  'raw_words',
  'started_at',
  'ended_at',
  'offer_seconds',
  'first_reply_seconds',
  'average_wait_seconds',
  'longest_wait_seconds',
  'total_wait_seconds',
  'agent_messages',
  'agent_replies',
  'customer_messages',
] as const satisfies readonly (keyof Engagement)[]
const others = columns.slice(1)

/** A copy that ended earlier is an older one; of two that ended at once the one read last stands. */
const upsertEngagement = `
  insert into engagement (${columns.join(', ')}) values (${columns.map((column) => `:${column}`).join(', ')})
  on conflict (id) do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')}
  where coalesce(excluded.ended_at, 0) >= coalesce(engagement.ended_at, 0)
    and (${others.map((column) => `engagement.${column}`).join(', ')})
      is not (${others.map((column) => `excluded.${column}`).join(', ')})`

/** Stores engagements and marks the days of their conversations; returns how many rows changed. */
export function storeEngagements(db: Database, engagements: readonly Engagement[]): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const engagement of engagements) {
      const before = ticketOfEngagement(db, engagement.id)
      if (statement(db, upsertEngagement).run(engagement).changes === 0) continue
      changed++
      const tickets = new Set([before, engagement.ticket_id])
      for (const ticketId of tickets) if (ticketId !== null) markTicketDays(db, ticketId)
    }
    return changed
  })
}

/** Ids of the engagements that began in [from, to), epoch ms: to be held against Zendesk's own list. */
export function readEngagementIds(db: Database, from: number, to: number): Set<string> {
  const rows = statement<{ id: string }>(
    db,
    'select id from engagement where started_at >= :from and started_at < :to',
  ).all({ from, to })
  return new Set(rows.map(({ id }) => id))
}

function ticketOfEngagement(db: Database, id: string): number | null {
  const find = statement<{ ticket_id: number | null }>(db, 'select ticket_id from engagement where id = :id')
  return find.get({ id })?.ticket_id ?? null
}

/** Live chats bring engagements of their own: only messaging is measured by these. */
function markTicketDays(db: Database, ticketId: number): void {
  const days = statement<{ brand_id: number | null; day: string }>(
    db,
    "select brand_id, day from conversation where ticket_id = :ticketId and source <> 'chat'",
  ).all({ ticketId })
  for (const { brand_id, day } of days) markDirty(db, brand_id, day)
}

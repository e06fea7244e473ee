import type { Day } from '../../server/periods/day.ts'
import { weekdayOf } from '../../server/periods/day.ts'
import { startOfDay } from '../../server/periods/zone.ts'
import type { Database } from '../../server/store/database.ts'
import { inTransaction, statement } from '../../server/store/database.ts'
import { markAllRollupsDirty, refreshRollups } from '../../server/store/rollups.ts'
import { zone } from './panel-account.ts'

/** One conversation as the sync would have stored it, as far as the figures look at it. */
export type SimulatedConversation = {
  brandId: number
  day: Day
  source: 'chat' | 'messaging'
  hour: number
  topic: string
  /** Null = nobody replied. */
  firstReplySeconds: number | null
  requester: 'unknown' | 'known' | 'came back'
  rating: 'good' | 'bad' | null
}

const HOUR_MS = 3_600_000

/** Stores single conversations in place of those before, and has the program sum them up. */
export function writeConversations(db: Database, conversations: readonly SimulatedConversation[]): void {
  inTransaction(db, () => {
    for (const table of ['csat_answer', 'conversation', 'rollup_day', 'rollup_duration', 'brand_cutover'])
      statement(db, `delete from ${table}`).run()
    conversations.forEach((one, i) => writeConversation(db, one, i))
    markAllRollupsDirty(db)
  })
  while (refreshRollups(db, 1000) > 0);
}

function writeConversation(db: Database, one: SimulatedConversation, number: number): void {
  const { brandId, day, source, hour, topic, firstReplySeconds, requester, rating } = one
  const startedAt = startOfDay(day, zone) + hour * HOUR_MS
  const endedAt = startedAt + HOUR_MS
  const isServed = firstReplySeconds !== null
  statement(
    db,
    `insert into conversation (id, kind, channel, ticket_id, tags, seen_ai_agent, started_at, ended_at, reopened_before,
       updated_at, source_reply_known, source, requester_key, brand_id, brand_source, day, hour_of_week, language, topic,
       bot_involved, handed_off_at, served, first_reply_seconds, open_minutes_to_reply, outcome, deleted)
     values (?, 'conversation', 'web', ?, '[]', 0, ?, ?, ?, 0, 1, ?, ?, ?, 'ticket', ?, ?, 'ko', ?, 0, ?, ?, ?, ?, ?, 0)`,
  ).run([
    source === 'chat' ? `chat:${number}` : `ticket:${number}`,
    number,
    startedAt,
    endedAt,
    requester === 'came back' ? endedAt + HOUR_MS : null,
    source,
    requester === 'unknown' ? null : `customer ${number}`,
    brandId,
    day,
    (weekdayOf(day) - 1) * 24 + hour,
    topic,
    startedAt,
    isServed ? 1 : 0,
    firstReplySeconds,
    isServed ? 1 : null,
    isServed ? 'served' : 'unserved',
  ])
  if (rating === null) return
  statement(
    db,
    `insert into csat_answer (id, source, ticket_id, conversation_id, answered_at, raw_rating, category, updated_at)
     values (?, ?, ?, ?, ?, ?, ?, 0)`,
  ).run([
    source === 'chat' ? `chat:${number}` : `rating:${number}`,
    source === 'chat' ? 'chat_rating' : 'legacy_rating',
    source === 'chat' ? null : number,
    source === 'chat' ? `chat:${number}` : null,
    endedAt,
    rating,
    rating,
  ])
}

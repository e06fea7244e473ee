import type { Database } from '../../../server/store/database.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import { readDailySeconds } from '../../support/daily-seconds.ts'
import { markAllRollupsDirty, refreshRollups } from '../../../server/store/rollups.ts'
import { insertConversation } from '../../support/conversation-rows.ts'
import { migratedDatabase } from '../../support/migrated-database.ts'

/** Monday 2 March 2026, 10:00 in Seoul: when every conversation here begins. */
export const at = Date.parse('2026-03-02T10:00:00+09:00')
export const DAY_MS = 86_400_000

export function emptyDatabase(): Database {
  const db = migratedDatabase()
  return db
}

/** A messaging conversation without a bot, answered after a minute and solved after ten. */
export function insertTicket(
  db: Database,
  number: number,
  given: Record<string, string | number | null>,
): void {
  insertConversation(db, {
    id: `ticket:${number}`,
    ticket_id: number,
    source: 'messaging',
    channel: 'native_messaging',
    scope: 'agent',
    status: 'solved',
    customer_messages: null,
    agent_messages: null,
    missed: null,
    dropped: null,
    pending_minutes: 0,
    on_hold_minutes: 0,
    ...given,
  })
}

/** A conversation of the bot alone, ended. */
export function insertBotTicket(
  db: Database,
  number: number,
  given: Record<string, string | number | null>,
): void {
  insertTicket(db, number, {
    source: 'bot',
    scope: 'ai_agent',
    bot_involved: 1,
    served: 0,
    handed_off_at: null,
    first_human_reply_at: null,
    first_reply_seconds: null,
    open_minutes_to_reply: null,
    ...given,
  })
}

/** One of the bot's own records. */
export function insertBotRecord(
  db: Database,
  id: string,
  given: Record<string, string | number | null> = {},
): void {
  const row = {
    id,
    source: 'export',
    brand_id: 1,
    day: '2026-03-02',
    started_at: at,
    channel: null,
    language: null,
    resolved: null,
    survey_stars: null,
    count: 1,
    updated_at: 0,
    ...given,
  }
  const names = Object.keys(row)
  db.prepare(
    `insert into bot_conversation (${names.join(', ')}) values (${names.map((name) => `:${name}`).join(', ')})`,
  ).run(row)
}

export function refresh(db: Database): void {
  markAllRollupsDirty(db)
  while (refreshRollups(db, 100) > 0);
}

/** A measure of brand 1 as `[source, n, numerator]`, day by day. */
export function sumsOf(db: Database, key: string): [string, number, number][] {
  refresh(db)
  return readDailySums(db, 1, key).map(({ source, n, numerator }) => [source, n, numerator])
}

/** Every duration of brand 1, ascending within its day. */
export function secondsOf(db: Database, key: string): number[] {
  refresh(db)
  return [...readDailySeconds(db, 1, key).values()].flatMap((seconds) => [...seconds])
}

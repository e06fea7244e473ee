import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readAccountFact } from './settings.ts'

/** What became of one bot's file of one UTC day. */
export type BotExportDay = {
  bot_id: string
  day: Day
  /** Epoch ms; 0 = to be read again. */
  read_at: number
  outcome: 'read' | 'none'
  /** Conversations in the file, those of tests left out. */
  rows: number
}

/** Why the export is not read at all: no key for AI agents – Advanced, or no bot named in the settings. */
export type BotExportGap = 'key' | 'bots'

const NOT_CONFIGURED = 'not_configured_stream:bot-conversations'

export function readBotExportDays(db: Database): BotExportDay[] {
  return statement<BotExportDay>(db, 'select * from bot_export_day order by bot_id, day').all()
}

/** Records a look at a day's file. A file that was read and is there no longer has still been read. */
export function saveBotExportDay(db: Database, day: BotExportDay): void {
  statement(
    db,
    `insert into bot_export_day (bot_id, day, read_at, outcome, rows)
     values (:bot_id, :day, :read_at, :outcome, :rows)
     on conflict (bot_id, day) do update set read_at = excluded.read_at,
       outcome = iif(excluded.outcome = 'read', 'read', outcome),
       rows = iif(excluded.outcome = 'read', excluded.rows, rows)`,
  ).run(day)
}

/** Has the files of the UTC days between two instants (epoch ms; null = no bound) read again, while there are any. */
export function reopenBotExportDays(db: Database, from: number | null, to: number | null): void {
  statement(
    db,
    `update bot_export_day set read_at = 0
     where (:from is null or day >= :from) and (:to is null or day <= :to)`,
  ).run({
    from: from === null ? null : dayOf(from, 'UTC'),
    to: to === null ? null : dayOf(to, 'UTC'),
  })
}

/** What is missing for the export to be read; null where nothing is, or before the first look. */
export function readBotExportGap(db: Database): BotExportGap | null {
  const gap = readAccountFact(db, NOT_CONFIGURED)
  return gap === 'key' || gap === 'bots' ? gap : null
}

/** Remembers what is missing for the export to be read; null = nothing. */
export function writeBotExportGap(db: Database, gap: BotExportGap | null): void {
  if (gap === null) {
    statement(db, 'delete from account where key = :key').run({ key: NOT_CONFIGURED })
    return
  }
  statement(
    db,
    `insert into account (key, value) values (:key, :gap)
     on conflict (key) do update set value = excluded.value where value is not excluded.value`,
  ).run({ key: NOT_CONFIGURED, gap })
}

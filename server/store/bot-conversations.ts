import type { BotConversationFacts, BotConversationRow, BotKnowledge } from '../metrics/bot-conversation.ts'
import { botFingerprintOf, createBotKnowledge, deriveBotConversation } from '../metrics/bot-conversation.ts'
import { reopenBotExportDays } from './bot-export-days.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { markDirty } from './rollup-dirty.ts'
import { readAccountFact, readAccountSettings } from './settings.ts'

const columns = [
  'id',
  'bot_id',
  'started_at',
  'ended_at',
  'language',
  'channel',
  'status',
  'resolution_tier',
  'last_resolution',
  'automated_resolution',
  'survey_stars',
  'bot_messages',
  'customer_messages',
  'not_understood_messages',
  'updated_at',
  'file_day',
  'brand_id',
  'day',
  'resolved',
  'escalated',
] as const satisfies readonly (keyof BotConversationRow)[]

const BATCH_ROWS = 1000
const DERIVED_WITH = 'bots_derived_with'
const SURVEY_KEYS = 'bot_survey_keys'

/**
 * Stores rows of the AI agents export: of two copies the one processed later wins, of two processed at once the one
 * of the later file, and within one file what it says now. Returns how many rows changed.
 */
export function storeBotConversations(db: Database, facts: readonly BotConversationFacts[]): number {
  return inTransaction(db, () => {
    const knowledge = readBotKnowledge(db)
    let changed = 0
    for (const incoming of facts) {
      const stored = statement<BotConversationRow>(db, selectOne).get({ id: incoming.id })
      if (stored && isOlder(incoming, stored)) continue
      if (write(db, { ...incoming, ...deriveBotConversation(incoming, knowledge) }, stored)) changed++
    }
    return changed
  })
}

/** Derives the export's rows after this id anew, a thousand of them; `last` is null once there are no more. */
export function rederiveBotBatch(db: Database, after: string): { last: string | null; changed: number } {
  return inTransaction(db, () => {
    const rows = statement<BotConversationRow>(
      db,
      `select ${columns.join(', ')} from bot_conversation
       where id > :after and source = 'export' order by id limit :rows`,
    ).all({ after, rows: BATCH_ROWS })
    const knowledge = readBotKnowledge(db)
    const changed = rows.filter((row) => write(db, { ...row, ...deriveBotConversation(row, knowledge) }, row))
    return { last: rows.at(-1)?.id ?? null, changed: changed.length }
  })
}

/** What rows of the export are derived from by the present settings. */
export type BotFingerprint = { derivedWith: string; surveyKeys: string }

export function presentBotFingerprint(db: Database): BotFingerprint {
  const settings = readAccountSettings(db)
  return {
    derivedWith: botFingerprintOf(createBotKnowledge(settings)),
    surveyKeys: JSON.stringify(settings.readings.botSurveyKeys),
  }
}

/** True when the settings changed since all rows of the export were last derived. */
export function areBotDerivationsStale(db: Database): boolean {
  const { derivedWith, surveyKeys } = presentBotFingerprint(db)
  return readAccountFact(db, DERIVED_WITH) !== derivedWith || readAccountFact(db, SURVEY_KEYS) !== surveyKeys
}

/**
 * Records what all rows of the export are derived from. Where the survey is now looked for under other keys, the files
 * that still exist are read again: their session data are not kept.
 */
export function writeBotFingerprint(db: Database, { derivedWith, surveyKeys }: BotFingerprint): void {
  inTransaction(db, () => {
    const before = readAccountFact(db, SURVEY_KEYS)
    if (before !== null && before !== surveyKeys) reopenBotExportDays(db, null, null)
    writeAccountFact(db, SURVEY_KEYS, surveyKeys)
    writeAccountFact(db, DERIVED_WITH, derivedWith)
  })
}

/** `bot_id` is null where an imported row names none; `first_at` in epoch ms. */
export type UnmappedBot = { bot_id: string | null; conversations: number; first_at: number }

/** Bots that belong to no brand in the settings, most conversations first: kept, and in no brand's numbers. */
export function readUnmappedBots(db: Database): UnmappedBot[] {
  return statement<UnmappedBot>(
    db,
    `select bot_id, sum(count) as conversations, min(started_at) as first_at
     from bot_conversation where brand_id is null group by bot_id order by conversations desc, bot_id`,
  ).all()
}

function readBotKnowledge(db: Database): BotKnowledge {
  return createBotKnowledge(readAccountSettings(db))
}

function isOlder(incoming: BotConversationFacts, stored: BotConversationFacts): boolean {
  if (incoming.updated_at !== stored.updated_at) return incoming.updated_at < stored.updated_at
  return incoming.file_day < stored.file_day
}

function write(db: Database, row: BotConversationRow, stored: BotConversationRow | undefined): boolean {
  if (stored && columns.every((column) => stored[column] === row[column])) return false
  statement(db, upsert).run(row)
  markDirty(db, row.brand_id, row.day)
  if (stored) markDirty(db, stored.brand_id, stored.day)
  return true
}

const selectOne = `select ${columns.join(', ')} from bot_conversation where id = :id`

const upsert = `
  insert into bot_conversation (source, ${columns.join(', ')})
  values ('export', ${columns.map((column) => `:${column}`).join(', ')})
  on conflict (id) do update set ${columns
    .slice(1)
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')}`

function writeAccountFact(db: Database, key: string, value: string): void {
  statement(
    db,
    `insert into account (key, value) values (:key, :value)
     on conflict (key) do update set value = excluded.value where value is not excluded.value`,
  ).run({ key, value })
}

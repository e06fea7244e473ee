import { z } from 'zod'
import type { BotConversationFacts } from '../../server/metrics/bot-conversation.ts'
import type { ZendeskReadings } from '../../server/settings/zendesk-readings.ts'
import type { QuarantineEntry } from '../../server/store/quarantine.ts'
import { isObject, plainKey } from './bot-export-file.ts'
import type { BotDay } from './bot-export-plan.ts'
import { moment, wholeCount, word, yesOrNo } from './bot-export-values.ts'
import { surveyStarsOf } from './bot-survey.ts'
import { understand } from './understand.ts'

const recordSchema = z.object({
  conversation_id: z.union([z.string().trim().min(1).max(200), z.int().transform(String)]),
  conversation_start_time: moment,
  conversation_end_time: moment.nullish(),
  session_ended_timestamp: moment.nullish(),
  zdp_meta_processed_timestamp: moment.nullish(),
  conversation_status: word.nullish(),
  channel: word.nullish(),
  language: word.nullish(),
  resolution_tier: word.nullish(),
  last_resolution: word.nullish(),
  automated_resolution: yesOrNo.nullish(),
  bot_messages_count: wholeCount.nullish(),
  visitor_messages_count: wholeCount.nullish(),
  not_understood_messages_count: wholeCount.nullish(),
  test_mode: yesOrNo.nullish(),
})
type Field = keyof typeof recordSchema.shape

const fieldOfKey = new Map<string, string>([
  ...Object.keys(recordSchema.shape).map((field): [string, string] => [plainKey(field), field]),
  ['conversationdata', 'session'],
  ['conversationsdata', 'session'],
])
/** Without these a row says nothing; any other field that cannot be read is left empty. */
const needed: readonly Field[] = ['conversation_id', 'conversation_start_time']

export type ExportRows = { conversations: BotConversationFacts[]; quarantined: QuarantineEntry[] }

/** The conversations of one bot's file, each once and those of tests left out; what cannot be read is put aside. */
export function conversationsOfFile(
  records: readonly unknown[],
  botDay: BotDay,
  { botSurveyKeys }: Pick<ZendeskReadings, 'botSurveyKeys'>,
): ExportRows {
  const byId = new Map<string, BotConversationFacts>()
  const quarantined: QuarantineEntry[] = []
  for (const record of records) {
    const { session, ...fields } = fieldsOf(record)
    const read = readFields(fields)
    quarantined.push(...read.quarantined)
    if (!read.row || read.row.test_mode === 1) continue
    const facts = factsOf(read.row, surveyStarsOf(session, botSurveyKeys), botDay)
    const other = byId.get(facts.id)
    if (!other || isLater(facts, other)) byId.set(facts.id, facts)
  }
  return { conversations: [...byId.values()], quarantined }
}

/** The known fields under their own names, whatever case and punctuation the file has; empty text is no value. */
function fieldsOf(record: unknown): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  if (!isObject(record)) return fields
  for (const [key, value] of Object.entries(record)) {
    const field = fieldOfKey.get(plainKey(key))
    if (field !== undefined && value !== null && value !== '') fields[field] ??= value
  }
  if (fields.conversation_id !== undefined) fields.id = fields.conversation_id
  return fields
}

function readFields(fields: Record<string, unknown>): {
  row: z.infer<typeof recordSchema> | null
  quarantined: QuarantineEntry[]
} {
  const { rows, quarantined } = understand([fields], recordSchema)
  if (rows.length > 0) return { row: rows[0], quarantined }
  const unread = quarantined.map(({ path }) => path.split('.')[0])
  if (needed.some((field) => unread.includes(field))) return { row: null, quarantined }
  const kept = Object.fromEntries(Object.entries(fields).filter(([field]) => !unread.includes(field)))
  return { row: understand([kept], recordSchema).rows.at(0) ?? null, quarantined }
}

function factsOf(
  row: z.infer<typeof recordSchema>,
  stars: number | null,
  { bot_id, day }: BotDay,
): BotConversationFacts {
  const startedAt = row.conversation_start_time
  const endedAt = row.conversation_end_time ?? row.session_ended_timestamp ?? null
  return {
    id: `export:${bot_id}:${row.conversation_id}`,
    bot_id,
    started_at: startedAt,
    ended_at: endedAt,
    language: row.language?.split(/[-_]/)[0].toLowerCase() ?? null,
    channel: row.channel ?? null,
    status: row.conversation_status ?? null,
    resolution_tier: row.resolution_tier ?? null,
    last_resolution: row.last_resolution ?? null,
    automated_resolution: row.automated_resolution ?? null,
    survey_stars: stars,
    bot_messages: row.bot_messages_count ?? null,
    customer_messages: row.visitor_messages_count ?? null,
    not_understood_messages: row.not_understood_messages_count ?? null,
    updated_at:
      row.zdp_meta_processed_timestamp ?? Math.max(startedAt, endedAt ?? 0, row.session_ended_timestamp ?? 0),
    file_day: day,
  }
}

/** Of two copies with the same time, any fixed order will do: files come in any order. */
function isLater(copy: BotConversationFacts, other: BotConversationFacts): boolean {
  if (copy.updated_at !== other.updated_at) return copy.updated_at > other.updated_at
  const [ended, otherEnded] = [copy.ended_at ?? 0, other.ended_at ?? 0]
  if (ended !== otherEnded) return ended > otherEnded
  return JSON.stringify(copy) > JSON.stringify(other)
}

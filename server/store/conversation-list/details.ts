import type { Database } from '../database.ts'
import { statement } from '../database.ts'
import { ratingRows } from '../measures/rating-rows.ts'
import { resolutionSeconds, waitSeconds } from './expressions.ts'
import type { ListKey } from './page.ts'
import type { ConversationSource } from './question.ts'

/** A conversation as a person can read it; nobody's name and no message is stored. */
export type ListedConversation = {
  id: string
  kind: 'conversation' | 'offline_message'
  source: ConversationSource
  brand_id: number
  channel: string
  ticket_id: number | null
  status: string | null
  day: string
  started_at: number
  ended_at: number | null
  handed_off_at: number | null
  first_reply_seconds: number | null
  wait_seconds: number | null
  resolution_seconds: number | null
  rating: 'good' | 'neutral' | 'bad' | null
  rating_source: string | null
  language: string | null
  topic: string
  group_id: number | null
  group_name: string | null
  bot_involved: number | null
  served: number | null
  outside_hours: number | null
  outcome: string
  resolved_by: 'agent' | 'bot' | null
  transferred: number | null
  reopened: number | null
  continued_by_email: number | null
  missed: number | null
  dropped: number | null
  customer_messages: number | null
  agent_messages: number | null
  agent_count: number | null
}
export type ListedRow = ListKey & { conversation: ListedConversation }

/** The latest answer, or in a figure of ratings the one the row is about. */
const answerOf = (what: string) => `case when k.answer <> ''
      then (select a.${what} from csat_answer a where a.id = k.answer)
      else (select a.${what} from csat_answer a where ${ratingRows.where} and a.category is not null
        order by a.answered_at desc, a.id limit 1) end`

const selectDetails = `
  with k as materialized (
    select key as place, value ->> 0 as row, value ->> 1 as answer from json_each(:keys)
  )
  select k.answer, c.id, c.kind, c.source, c.brand_id, c.channel, c.ticket_id, c.status, c.day, c.started_at, c.ended_at,
    c.handed_off_at, c.first_reply_seconds, ${waitSeconds} as wait_seconds,
    ${resolutionSeconds} as resolution_seconds, ${answerOf('category')} as rating,
    ${answerOf('source')} as rating_source, c.language, c.topic, c.group_id, g.name as group_name,
    c.bot_involved, c.served, c.outside_hours, c.outcome, c.resolved_by, c.transferred, c.reopened,
    c.continued_by_email, c.missed, c.dropped, c.customer_messages, c.agent_messages, c.agent_count
  from k cross join conversation c on c.rowid = k.row left join grp g on g.id = c.group_id
  order by k.place`

/** The rows of some keys, in their order; one that was deleted since the keys were read is left out. */
export function readListedRows(db: Database, keys: readonly ListKey[]): ListedRow[] {
  const known = new Map(keys.map((key) => [`${key.id} ${key.answer}`, key]))
  const rows = statement<ListedConversation & { answer: string }>(db, selectDetails).all({
    keys: JSON.stringify(keys.map(({ row, answer }) => [row, answer])),
  })
  return rows.flatMap(({ answer, ...conversation }) => {
    const key = known.get(`${conversation.id} ${answer}`)
    return key ? [{ ...key, conversation }] : []
  })
}

import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

export type BotRecords = { source: 'export' | 'import'; conversations: number; from: Day; lastDay: Day }

/** The bot's own records of these brands' conversations, by where they came from. */
export function readBotRecords(db: Database, brandIds: readonly number[]): BotRecords[] {
  return statement<BotRecords>(
    db,
    `select source, sum(count) as conversations, min(day) as "from", max(day) as lastDay
     from bot_conversation
     where brand_id in (select value from json_each(:brandIds))
     group by source order by source`,
  ).all({ brandIds: JSON.stringify(brandIds) })
}

import type { ImportKind } from '../import/import-kinds.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** An import whose rows are in place and lie on days another file tells of too. */
export type ImportOverlap = {
  id: number
  file_name: string
  name: string
  /** All its rows, and the days they span. */
  rows: number
  first_day: Day
  last_day: Day
  /** How many of the days asked for it has rows on. */
  shared_days: number
}

/** Imports of a kind that have brought rows of any of these days, those with most of them first. */
export function readImportOverlaps(db: Database, kind: ImportKind, days: readonly Day[]): ImportOverlap[] {
  const table = kind === 'chats' ? 'conversation' : 'bot_conversation'
  return statement<ImportOverlap>(
    db,
    `with stored as (
       select import_id as source_id, day, count(*) as rows from ${table}
       where import_id in (select source_id from import where kind = :kind and state = 'done')
       group by import_id, day
     )
     select import.id, import.file_name, import.name, sum(stored.rows) as rows, min(stored.day) as first_day,
       max(stored.day) as last_day, sum(stored.day in (select value from json_each(:days))) as shared_days
     from stored join import on import.source_id = stored.source_id and import.state = 'done'
     group by import.id having shared_days > 0 order by shared_days desc, import.id desc`,
  ).all({ kind, days: JSON.stringify(days) })
}

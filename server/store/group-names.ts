import type { Database } from './database.ts'
import { statement } from './database.ts'

/** What groups are called, by Zendesk's id as text. */
export function readGroupNames(db: Database): Map<string, string> {
  const rows = statement<{ id: number; name: string }>(db, 'select id, name from grp').all()
  return new Map(rows.map(({ id, name }) => [String(id), name]))
}

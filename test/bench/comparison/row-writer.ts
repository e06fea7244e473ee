import type { Database } from '../../../server/store/database.ts'
import { insertByPlace } from '../../../server/store/database.ts'
import type { BenchRow } from './day-rows.ts'

/** Writes a conversation and what belongs to it; columns that a row does not name stay empty. */
export function rowWriter(db: Database): (row: BenchRow) => void {
  const inserts = new Map<string, (values: unknown[]) => void>()
  const write = (table: string, row: Record<string, unknown>) => {
    let insert = inserts.get(table)
    if (!insert) {
      const prepared = db.prepare(insertByPlace(table, Object.keys(row)))
      inserts.set(table, (insert = (values) => void prepared.run(values)))
    }
    insert(Object.values(row))
  }
  return ({ conversation, rating, engagement }) => {
    write('conversation', conversation)
    if (rating) write('csat_answer', rating)
    if (engagement) write(engagement.table, engagement.row)
  }
}

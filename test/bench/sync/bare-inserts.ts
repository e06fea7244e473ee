import type { Database } from '../../../server/store/database.ts'
import { openDatabase } from '../../../server/store/database.ts'
import { migrate } from '../../../server/store/migrate.ts'

const ROWS_PER_TRANSACTION = 1000

/** What pages of chats and of tickets are stored in. */
const tables = [
  'conversation',
  'chat_engagement',
  'csat_answer',
  'chat_ticket',
  'deleted_chat',
  'deleted_ticket',
  'rollup_dirty',
]

/**
 * Milliseconds that plain inserts of the very rows `db` holds take: into empty tables of the same form, with their
 * indexes, table by table, a thousand rows a transaction, every value at hand in the order in which it is bound.
 */
export function timeBareInserts(db: Database): number {
  const ready = tables.map((table) => {
    const select = db.prepare(`select * from ${table}`).raw()
    return { table, places: select.columns().map(() => '?'), rows: select.all() }
  })
  const other = openDatabase(`${db.name}-bare`)
  migrate(other)
  const startedAt = performance.now()
  for (const { table, places, rows } of ready) {
    const insert = other.prepare(`insert into ${table} values (${places.join()})`)
    for (let first = 0; first < rows.length; first += ROWS_PER_TRANSACTION) {
      other.transaction(() => {
        for (const row of rows.slice(first, first + ROWS_PER_TRANSACTION)) insert.run(row)
      })()
    }
  }
  const milliseconds = performance.now() - startedAt
  other.close()
  return milliseconds
}

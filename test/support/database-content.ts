import BetterSqlite3 from 'better-sqlite3'

/** Facts, checkpoints and what is derived; not run records, our own timestamps or the lease. */
const contentTables: Record<string, readonly string[]> = {
  account: [],
  agent: [],
  brand: [],
  brand_cutover: [],
  chat_ticket: [],
  checkpoint: ['rows'],
  comparison_cell: [],
  conversation: [],
  csat_answer: [],
  deleted_chat: [],
  deleted_ticket: [],
  grp: [],
  quarantine: ['first_seen_at'],
  rollup_day: [],
  rollup_dirty: [],
  rollup_hist: [],
  ticket_detail: [],
  unreadable_detail: [],
}

/** Every table's rows in key order, one text per row, without the columns that tell of us rather than of the source. */
export function databaseContent(file: string): Record<string, string[]> {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return Object.fromEntries(
      Object.entries(contentTables).map(([table, ours]) => {
        const columns = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).filter(
          ({ name }) => !ours.includes(name),
        )
        const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
        const rows = db.prepare(
          `select ${columns.map(({ name }) => name).join(', ')} from ${table} order by ${key.map(({ name }) => name).join(', ')}`,
        )
        return [
          table,
          rows
            .raw()
            .all()
            .map((row) => JSON.stringify(row)),
        ]
      }),
    )
  } finally {
    db.close()
  }
}

/** How many rows each table holds. */
export function rowCounts(content: Record<string, string[]>): Record<string, number> {
  return Object.fromEntries(Object.entries(content).map(([table, rows]) => [table, rows.length]))
}

const SHOWN = 5

/** The first rows that one content has and the other has not, named by table and side; empty when they are equal. */
export function differences(got: Record<string, string[]>, wanted: Record<string, string[]>): string[] {
  return Object.keys(wanted)
    .flatMap((table) => [
      ...without(got[table], wanted[table]).map((row) => `${table} should not have ${row}`),
      ...without(wanted[table], got[table]).map((row) => `${table} should have ${row}`),
    ])
    .slice(0, SHOWN)
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return rows.filter((row) => !known.has(row))
}

import BetterSqlite3 from 'better-sqlite3'
import type { Database } from '../../server/store/database.ts'

/** Tables that tell of us rather than of the source: people, mails, runs, the lease, what a check found when. */
const ourTables: ReadonlySet<string> = new Set([
  'api_budget',
  'audit',
  'import',
  'import_mapping',
  'import_problem',
  'job_request',
  'job_run',
  'lease',
  'migration',
  'permission_check',
  'person',
  'person_brand',
  'report_delivery',
  'report_recipient',
  'report_schedule',
  'secret',
  'session',
  'setting',
  'sign_in_failure',
  'stream_pace',
])

/** Columns that hold our own moments and counts. */
const ourColumns: Readonly<Record<string, readonly string[]>> = {
  bot_export_day: ['read_at'],
  checkpoint: ['rows'],
  quarantine: ['first_seen_at'],
  reconciliation: ['checked_at'],
}

export type DatabaseContent = Record<string, string[]>

/** Facts, checkpoints and what is derived: every table's rows in key order, one text per row. */
export function contentOf(db: Database): DatabaseContent {
  const tables = db
    .prepare<[], string>(
      "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name",
    )
    .pluck()
    .all()
  return Object.fromEntries(
    tables.filter((table) => !ourTables.has(table)).map((table) => [table, rowsOf(db, table)]),
  )
}

/** The same of a file. */
export function databaseContent(file: string): DatabaseContent {
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    return contentOf(db)
  } finally {
    db.close()
  }
}

function rowsOf(db: Database, table: string): string[] {
  const ours = ourColumns[table] ?? []
  const columns = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[]).filter(
    ({ name }) => !ours.includes(name),
  )
  const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
  const order = (key.length > 0 ? key : columns).map(({ name }) => `"${name}"`).join(', ')
  const names = columns.map(({ name }) => `"${name}"`).join(', ')
  return db
    .prepare(`select ${names} from ${table} order by ${order}`)
    .raw()
    .all()
    .map((row) => JSON.stringify(row))
}

/** How many rows each table holds. */
export function rowCounts(content: DatabaseContent): Record<string, number> {
  return Object.fromEntries(Object.entries(content).map(([table, rows]) => [table, rows.length]))
}

const SHOWN = 5

/** The first rows that one content has and the other has not, named by table and side; empty when they are equal. */
export function differences(got: DatabaseContent, wanted: DatabaseContent): string[] {
  return [...new Set([...Object.keys(wanted), ...Object.keys(got)])]
    .flatMap((table) => [
      ...without(got[table] ?? [], wanted[table] ?? []).map((row) => `${table} should not have ${row}`),
      ...without(wanted[table] ?? [], got[table] ?? []).map((row) => `${table} should have ${row}`),
    ])
    .slice(0, SHOWN)
}

function without(rows: readonly string[], others: readonly string[]): string[] {
  const known = new Set(others)
  return rows.filter((row) => !known.has(row))
}

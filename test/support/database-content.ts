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
  'mail_group',
  'mail_group_member',
  'mail_refused_address',
  'mail_unsubscribed',
  'migration',
  'permission_check',
  'person',
  'person_brand',
  'report_delivery',
  'report_occasion',
  'report_recipient',
  'report_schedule',
  'secret',
  'session',
  'setting',
  'sign_in_failure',
  'verdict_day',
  'stream_pace',
  // Numbers given to kinds of conversation as they come; what bears them is read with their names.
  'stratum',
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
  if (table === 'rollup_strata') return strataRows(db)
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

/** What days hold by kind of conversation, the kinds by name and in one order. */
function strataRows(db: Database): string[] {
  const kinds = new Map(
    (db.prepare('select * from stratum').raw().all() as [number, ...unknown[]][]).map(([id, ...kind]) => [
      id,
      JSON.stringify(kind),
    ]),
  )
  type Row = {
    brand_id: number
    metric: string
    day: string
    source: string
    numbers: Buffer
    seconds: Buffer | null
  }
  return db
    .prepare<[], Row>(
      `select s.*, d.seconds from rollup_strata s left join rollup_duration d using (brand_id, metric, day, source)
       order by s.brand_id, s.metric, s.day, s.source`,
    )
    .all()
    .map(({ numbers, seconds, ...key }) => {
      const values = new Uint32Array(new Uint8Array(numbers).buffer)
      const named = (id: number) => kinds.get(id) ?? 'none'
      const held = seconds
        ? [...new Float64Array(new Uint8Array(seconds).buffer)].map((second, i) => [second, named(values[i])])
        : Array.from({ length: values.length / 3 }, (_, i) => [
            named(values[3 * i]),
            ...values.slice(3 * i + 1, 3 * i + 3),
          ])
      return JSON.stringify([key, held.map((one) => JSON.stringify(one)).sort()])
    })
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

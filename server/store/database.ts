import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'

export type Database = BetterSqlite3.Database

const BUSY_TIMEOUT_MS = 10_000
/** Pages the write-ahead log may hold (64 MB): a page that many transactions touch is then copied over once. */
const WAL_PAGES = 16_384
/** As much of a file as SQLite maps into memory at most. */
const MOST_MAPPED_BYTES = 2_147_418_112

/** Opens the file (creating its folder) with the pragmas every connection shares. `':memory:'` for tests. */
export function openDatabase(file: string): Database {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
  const db = new BetterSqlite3(file, { timeout: BUSY_TIMEOUT_MS })
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = NORMAL')
  db.pragma(`wal_autocheckpoint = ${WAL_PAGES}`)
  db.pragma('foreign_keys = ON')
  db.pragma('temp_store = MEMORY')
  // More of it is memory the sync has little use for: the machine keeps the file's pages too.
  db.pragma('cache_size = -32768')
  return db
}

/** Opens a database that another connection made, only to read it. @throws where there is no such file */
export function openForReading(file: string): Database {
  const db = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: BUSY_TIMEOUT_MS })
  db.pragma('temp_store = MEMORY')
  // Reads most of a large file once: its pages are taken where the machine keeps them, not copied.
  db.pragma(`mmap_size = ${MOST_MAPPED_BYTES}`)
  return db
}

/** A prepared statement with named parameters; wide rows are written by place, for naming takes as long as writing. */
export type Statement<Row> = {
  run(parameters?: Record<string, unknown> | readonly unknown[]): BetterSqlite3.RunResult
  get(parameters?: Record<string, unknown>): Row | undefined
  all(parameters?: Record<string, unknown>): Row[]
  iterate(parameters?: Record<string, unknown>): IterableIterator<Row>
}

const prepared = new WeakMap<Database, Map<string, Statement<unknown>>>()

/** One prepared statement per connection and text. */
export function statement<Row = unknown>(db: Database, sql: string): Statement<Row> {
  let byText = prepared.get(db)
  if (!byText) prepared.set(db, (byText = new Map()))
  let found = byText.get(sql)
  if (!found) byText.set(sql, (found = db.prepare(sql) as unknown as Statement<unknown>))
  return found as Statement<Row>
}

const preparedByPlace = new WeakMap<Database, Map<string, BetterSqlite3.Statement>>()

/** Rows as lists in the order of the statement's columns: where these are many, naming them takes longer than reading. */
export function rowsByPlace<Row extends readonly unknown[]>(
  db: Database,
  sql: string,
  parameters: Record<string, unknown>,
): Row[] {
  let byText = preparedByPlace.get(db)
  if (!byText) preparedByPlace.set(db, (byText = new Map()))
  let found = byText.get(sql)
  if (!found) byText.set(sql, (found = db.prepare(sql).raw()))
  return found.all(parameters) as Row[]
}

/** Statement text that inserts a row whose values are given in the order of `columns`. */
export function insertByPlace(table: string, columns: readonly string[]): string {
  return `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`
}

/** A row's values in the order of `columns`. */
export function valuesOf<Row>(columns: readonly (keyof Row)[], row: Row): unknown[] {
  return columns.map((column) => row[column])
}

/** Runs `work` in one immediate transaction: all of it is kept, or none. */
export function inTransaction<Result>(db: Database, work: () => Result): Result {
  return db.transaction(work).immediate()
}

/** Runs `work`, which only reads, against the database as it was at one moment, whatever others write meanwhile. */
export function readTogether<Result>(db: Database, work: () => Result): Result {
  return db.transaction(work).deferred()
}

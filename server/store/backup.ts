import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import type { Database } from './database.ts'
import { assertKnownMigrations } from './migrate.ts'

/** Copies the running database to `file` and proves the copy sound before it takes its final name. */
export async function backupDatabase(db: Database, file: string): Promise<{ file: string; pages: number }> {
  mkdirSync(dirname(file), { recursive: true })
  const unfinished = `${file}.part`
  rmSync(unfinished, { force: true })
  const { totalPages } = await db.backup(unfinished)
  assertSound(unfinished)
  renameSync(unfinished, file)
  return { file, pages: totalPages }
}

/** Copies a database that holds something, at once and without a transaction open; returns the copy's name. */
export function backupBeforeMigrating(db: Database, now: number): string | null {
  const [main] = db.pragma('database_list') as { file: string }[]
  const applied = db.prepare<[], { n: number }>('select count(*) as n from migration').get()
  if (main.file === '' || !applied || applied.n === 0) return null
  const directory = join(dirname(main.file), 'backups')
  mkdirSync(directory, { recursive: true })
  const file = join(directory, `before-migration-${new Date(now).toISOString().replace(/[:.]/g, '-')}.db`)
  db.prepare('vacuum into ?').run(file)
  return file
}

/** @throws when the file is no sound SQLite database */
export function assertSound(file: string): void {
  const copy = new BetterSqlite3(file, { readonly: true, fileMustExist: true })
  try {
    const [{ quick_check: verdict }] = copy.pragma('quick_check') as [{ quick_check: string }]
    if (verdict !== 'ok') throw new Error(`assertSound: ${file} is damaged (${verdict}); use another backup`)
  } finally {
    copy.close()
  }
}

/** Removes all but the newest `keep` files `cutover-….db` of a folder; names sort by time. */
export function keepNewestBackups(directory: string, keep: number): string[] {
  const old = readdirSync(directory)
    .filter((name) => /^cutover-.*\.db$/.test(name))
    .sort()
    .slice(0, -keep)
  for (const name of old) rmSync(join(directory, name))
  return old
}

/**
 * Puts a backup in the place of `target`, which no process may have open; what was there is kept beside it under a
 * name with `stamp`, damaged or not. Returns that name, or null where nothing was there.
 * @throws before anything is moved: when the backup is no sound database of ours, or the target is in use
 */
export function restoreDatabase(backup: string, target: string, stamp: string): string | null {
  assertSound(backup)
  const copy = new BetterSqlite3(backup, { readonly: true })
  try {
    assertKnownMigrations(copy)
  } finally {
    copy.close()
  }
  mkdirSync(dirname(target), { recursive: true })
  copyFileSync(backup, `${target}.restoring`)
  const replaced = existsSync(target) ? putAside(target, stamp) : null
  renameSync(`${target}.restoring`, target)
  return replaced
}

function putAside(target: string, stamp: string): string {
  foldInWriteAheadLog(target)
  const replaced = `${target}.replaced-${stamp}`
  for (const suffix of ['', '-wal', '-shm']) {
    if (existsSync(target + suffix)) renameSync(target + suffix, replaced + suffix)
  }
  return replaced
}

/** Leaving WAL mode needs the file for oneself alone: the proof that nobody else has it open. */
function foldInWriteAheadLog(file: string): void {
  let db: Database | null = null
  try {
    db = new BetterSqlite3(file, { timeout: 500 })
    db.pragma('journal_mode = delete')
  } catch (error) {
    const isInUse = error instanceof BetterSqlite3.SqliteError && error.code.startsWith('SQLITE_BUSY')
    if (isInUse)
      throw new Error(`restoreDatabase: ${file} is in use; stop Cutover, then restore`, { cause: error })
    // Damaged: that is what a backup is for. The file is kept as it is.
  } finally {
    db?.close()
  }
}

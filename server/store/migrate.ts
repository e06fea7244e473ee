import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'
import { inTransaction } from './database.ts'

export type Migration = { name: string; sql: string; checksum: string }

/** The migrations folder stands at the top of the package, also when this runs from `dist`. */
export function migrationsDirectory(): string {
  let directory = dirname(fileURLToPath(import.meta.url))
  while (!existsSync(join(directory, 'migrations', '001-brands-and-agents.sql'))) {
    const parent = dirname(directory)
    if (parent === directory)
      throw new Error('migrationsDirectory: no migrations folder found; reinstall the package')
    directory = parent
  }
  return join(directory, 'migrations')
}

export function readMigrations(directory = migrationsDirectory()): Migration[] {
  return readdirSync(directory)
    .filter((file) => /^\d{3}-[a-z0-9-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(directory, file), 'utf8')
      return {
        name: file.replace(/\.sql$/, ''),
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      }
    })
}

/** Migrations not yet applied, in order. Throws when the database was written by a newer version, or one was edited. */
export function pendingMigrations(db: Database, migrations = readMigrations()): Migration[] {
  db.exec(
    'create table if not exists migration (name text primary key, checksum text not null, applied_at text not null) strict',
  )
  const done = readApplied(db, migrations)
  return migrations.filter((migration) => !done.has(migration.name))
}

/** Throws unless the database is one of ours, written by this version or an older one; changes nothing in it. */
export function assertKnownMigrations(db: Database, migrations = readMigrations()): void {
  const isOurs = db.prepare("select 1 from sqlite_schema where type = 'table' and name = 'migration'").get()
  if (!isOurs || readApplied(db, migrations).size === 0) {
    throw new Error('assertKnownMigrations: this is no database of Cutover; name another file')
  }
}

function readApplied(db: Database, migrations: readonly Migration[]): Set<string> {
  const applied = db
    .prepare<[], { name: string; checksum: string }>('select name, checksum from migration')
    .all()
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const { name, checksum } of applied) {
    const migration = known.get(name)
    if (!migration) {
      throw new Error(
        `migrate: the database has "${name}", which this version does not know; start the newer version or restore an older backup`,
      )
    }
    if (migration.checksum !== checksum) {
      throw new Error(`migrate: "${name}" was changed after it had been applied; restore the original file`)
    }
  }
  return new Set(applied.map(({ name }) => name))
}

/** Applies what is pending, each migration with its record in one transaction; returns the names. */
export function migrate(db: Database, migrations = readMigrations()): string[] {
  const applied: string[] = []
  for (const { name, sql, checksum } of pendingMigrations(db, migrations)) {
    inTransaction(db, () => {
      // Another process may have been faster: the record decides, inside the transaction.
      if (db.prepare('select 1 from migration where name = ?').get(name)) return
      db.exec(sql)
      db.prepare("insert into migration values (?, ?, strftime('%Y-%m-%dT%H:%M:%fZ'))").run(name, checksum)
      applied.push(name)
    })
  }
  return applied
}

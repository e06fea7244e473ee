import BetterSqlite3 from 'better-sqlite3'
import type { Database } from '../../server/store/database.ts'
import { openDatabase } from '../../server/store/database.ts'
import { migrate } from '../../server/store/migrate.ts'

let image: Buffer | null = null

/** A new in-memory database with every migration: a copy, for running them all takes longer than most tests. */
export function migratedDatabase(): Database {
  image ??= imageOfMigrated()
  return new BetterSqlite3(image)
}

function imageOfMigrated(): Buffer {
  const db = openDatabase(':memory:')
  migrate(db)
  const bytes = db.serialize()
  db.close()
  return bytes
}

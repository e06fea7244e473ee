import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  assertSound,
  backupBeforeMigrating,
  backupDatabase,
  keepNewestBackups,
  restoreDatabase,
} from '../../server/store/backup.ts'
import { openDatabase } from '../../server/store/database.ts'
import { migrate, readMigrations } from '../../server/store/migrate.ts'
import { readSetting, writeSetting } from '../../server/store/settings.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cutover-backup-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('a backup', () => {
  it('holds what the running database holds', async () => {
    const db = openDatabase(join(folder, 'cutover.db'))
    migrate(db)
    writeSetting(db, 'colour', 'blue', 1)

    const { file } = await backupDatabase(db, join(folder, 'copies', 'one.db'))
    db.close()

    const copy = openDatabase(file)
    expect(readSetting(copy, 'colour')).toBe('blue')
    copy.close()
  })

  it('that is no database is refused', () => {
    const file = join(folder, 'broken.db')
    writeFileSync(file, 'this is not a database at all')

    expect(() => assertSound(file)).toThrow()
  })

  it('is taken before a database that holds something is migrated, not before the first time', () => {
    const db = openDatabase(join(folder, 'cutover.db'))
    const [first, ...rest] = readMigrations()
    db.exec(
      'create table migration (name text primary key, checksum text not null, applied_at text not null) strict',
    )

    expect(backupBeforeMigrating(db, 0)).toBeNull()
    db.exec('drop table migration')
    migrate(db, [first])
    expect(backupBeforeMigrating(db, 0)).toContain('before-migration-1970-01-01T00-00-00-000Z.db')
    expect(rest.length).toBeGreaterThan(0)
    db.close()
  })

  it('makes room: only the newest are kept, and other files stay', () => {
    for (const name of ['cutover-1.db', 'cutover-2.db', 'cutover-3.db', 'other.db'])
      writeFileSync(join(folder, name), '')

    expect(keepNewestBackups(folder, 2)).toEqual(['cutover-1.db'])
    expect(readdirSync(folder).sort()).toEqual(['cutover-2.db', 'cutover-3.db', 'other.db'])
  })
})

describe('a restore', () => {
  it('puts the backup in place and keeps what was there, its write-ahead log included', async () => {
    const target = join(folder, 'cutover.db')
    const db = openDatabase(target)
    migrate(db)
    writeSetting(db, 'colour', 'blue', 1)
    const { file } = await backupDatabase(db, join(folder, 'copy.db'))
    writeSetting(db, 'colour', 'red', 2)
    db.close()

    const replaced = restoreDatabase(file, target, 'then')

    expect(colourIn(target)).toBe('blue')
    expect(replaced).toBe(`${target}.replaced-then`)
    expect(colourIn(replaced!)).toBe('red')
  })

  it('is refused while somebody has the database open, and nothing is moved', async () => {
    const target = join(folder, 'cutover.db')
    const db = openDatabase(target)
    migrate(db)
    const { file } = await backupDatabase(db, join(folder, 'copy.db'))
    writeSetting(db, 'colour', 'red', 2)

    expect(() => restoreDatabase(file, target, 'then')).toThrow('is in use; stop Cutover')
    expect(readSetting(db, 'colour')).toBe('red')
    db.close()
    expect(colourIn(target)).toBe('red')
  })

  it('works when the database is damaged', async () => {
    const db = openDatabase(':memory:')
    migrate(db)
    writeSetting(db, 'colour', 'blue', 1)
    const { file } = await backupDatabase(db, join(folder, 'copy.db'))
    const target = join(folder, 'cutover.db')
    writeFileSync(target, 'this is not a database at all')

    restoreDatabase(file, target, 'then')

    expect(colourIn(target)).toBe('blue')
  })

  it('refuses what is no database of ours', () => {
    const target = join(folder, 'cutover.db')
    const empty = join(folder, 'empty.db')
    writeFileSync(empty, '')

    expect(() => restoreDatabase(empty, target, 'then')).toThrow('no database of Cutover')
  })
})

function colourIn(file: string): string | null {
  const db = openDatabase(file)
  try {
    return readSetting(db, 'colour')
  } finally {
    db.close()
  }
}

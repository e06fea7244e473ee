import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../server/store/database.ts'
import type { Database } from '../../server/store/database.ts'
import {
  migrate,
  migrationsDirectory,
  pendingMigrations,
  readMigrations,
} from '../../server/store/migrate.ts'

const directory = mkdtempSync(join(tmpdir(), 'cutover-migrate-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

describe('migrations', () => {
  it('are every SQL file of the folder, numbered without a gap', () => {
    const names = readMigrations().map(({ name }) => name)

    expect(names).toEqual(
      readdirSync(migrationsDirectory())
        .map((file) => file.replace(/\.sql$/, ''))
        .sort(),
    )
    expect(names.map((name) => Number(name.slice(0, 3)))).toEqual(names.map((_, index) => index + 1))
  })

  it('build a fresh database', () => {
    const db = openDatabase(':memory:')

    const applied = migrate(db)

    expect(applied).toEqual(readMigrations().map(({ name }) => name))
    expect(pendingMigrations(db)).toEqual([])
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  })

  it('make strict tables only', () => {
    const db = openDatabase(':memory:')
    migrate(db)

    const loose = db
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      )
      .pluck()
      .all()

    expect(loose).toEqual([])
  })

  it('do nothing the second time', () => {
    const db = openDatabase(':memory:')
    migrate(db)
    const before = records(db)

    expect(migrate(db)).toEqual([])
    expect(records(db)).toEqual(before)
  })

  it('apply only what is new', () => {
    const db = openDatabase(':memory:')
    const folder = folderWith({ '001-first.sql': 'create table first (id integer) strict;' })
    migrate(db, readMigrations(folder))
    writeFileSync(join(folder, '002-second.sql'), 'create table second (id integer) strict;')

    expect(migrate(db, readMigrations(folder))).toEqual(['002-second'])
  })

  it('that were edited afterwards are refused', () => {
    const db = openDatabase(':memory:')
    const folder = folderWith({ '001-first.sql': 'create table first (id integer) strict;' })
    migrate(db, readMigrations(folder))
    writeFileSync(join(folder, '001-first.sql'), 'create table first (id text) strict;')

    expect(() => migrate(db, readMigrations(folder))).toThrow(
      'migrate: "001-first" was changed after it had been applied; restore the original file',
    )
  })

  it('of a newer version are refused', () => {
    const db = openDatabase(':memory:')
    const newer = folderWith({
      '001-first.sql': 'create table first (id integer) strict;',
      '002-second.sql': 'create table second (id integer) strict;',
    })
    migrate(db, readMigrations(newer))
    const older = folderWith({ '001-first.sql': 'create table first (id integer) strict;' })

    expect(() => migrate(db, readMigrations(older))).toThrow(
      'migrate: the database has "002-second", which this version does not know; start the newer version or restore an older backup',
    )
  })

  it('that fail leave nothing behind, and those before them stay', () => {
    const db = openDatabase(':memory:')
    const folder = folderWith({
      '001-first.sql': 'create table first (id integer) strict;',
      '002-second.sql': 'create table second (id integer) strict; create table first (id integer) strict;',
    })

    expect(() => migrate(db, readMigrations(folder))).toThrow('already exists')
    expect(tables(db)).toEqual(['first', 'migration'])
    expect(records(db)).toHaveLength(1)
  })

  it('are applied once when several processes start together', async () => {
    const file = join(directory, 'together.db')

    const outcomes = await Promise.all([1, 2, 3].map(() => migrateInOwnProcess(file)))

    expect(outcomes.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(
      outcomes
        .flatMap(({ applied }) => applied)
        .sort()
        .join(),
    ).toBe(
      readMigrations()
        .map(({ name }) => name)
        .join(),
    )
  })
})

let folders = 0
function folderWith(files: Record<string, string>): string {
  const folder = join(directory, `migrations-${++folders}`)
  mkdirSync(folder)
  for (const [name, sql] of Object.entries(files)) writeFileSync(join(folder, name), sql)
  return folder
}

function records(db: Database): unknown[] {
  return db.prepare('select * from migration order by name').all()
}

function tables(db: Database): unknown[] {
  return db.prepare("select name from sqlite_schema where type = 'table' order by name").pluck().all()
}

function migrateInOwnProcess(file: string): Promise<{ code: number | null; applied: string[] }> {
  const script = fileURLToPath(new URL('migrate-one-file.ts', import.meta.url))
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['--import', 'tsx', script, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.on('close', (code) => resolve({ code, applied: output.split('\n').filter(Boolean) }))
  })
}

import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { prune } from '../../../jobs/prune.ts'
import { guessMapping } from '../../../server/import/import-mapping.ts'
import { importFolder } from '../../../server/store/import-files.ts'
import { createImport, readImports } from '../../../server/store/imports.ts'
import { importAccount } from './import-account.ts'

const DAY_MS = 86_400_000

it('a file that was given and not imported is kept for a week, and a file nobody knows for an hour', () => {
  const { ctx, db } = importAccount()
  const folder = importFolder(ctx.config.databaseFile)
  mkdirSync(folder)
  const put = (name: string, ageDays: number) => {
    writeFileSync(join(folder, name), 'a')
    utimesSync(join(folder, name), new Date(), new Date(Date.now() - 2 * 3_600_000))
    createImport(db, {
      kind: 'chats',
      file_name: 'chats.csv',
      stored_at: name,
      is_ours: 1,
      size_bytes: 1,
      content_hash: '',
      encoding: 'utf-8',
      delimiter: ',',
      headers: [],
      mapping: guessMapping('chats', []),
      name: null,
      created_by: 'admin@example.com',
      created_at: ctx.clock.now() - ageDays * DAY_MS,
    })
  }
  put('old.csv', 8)
  put('young.csv', 6)
  writeFileSync(join(folder, 'arriving.csv'), 'a')

  expect(prune(ctx)).toMatchObject({ imports: 1, importFiles: 1 })

  expect(readImports(db).map(({ stored_at }) => stored_at)).toEqual(['young.csv'])
  expect(['old.csv', 'young.csv', 'arriving.csv'].map((name) => existsSync(join(folder, name)))).toEqual([
    false,
    true,
    true,
  ])
})

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { runImport } from '../../../jobs/import.ts'
import type { JobOptions } from '../../../jobs/task.ts'
import { statement } from '../../../server/store/database.ts'
import type { Database } from '../../../server/store/database.ts'
import { addBrand } from '../../support/brands.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext } from '../../support/test-context.ts'

let folders: string[] = []

afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  folders = []
})

/** An account in Seoul with two brands, a folder for files, and the job at hand. */
export function importAccount() {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-import-'))
  folders.push(folder)
  const ctx = testContext({ config: { databaseFile: join(folder, 'cutover.db') } })
  addBrand(ctx, 101, '하늘 서점')
  addBrand(ctx, 102, 'Mirae Outdoor')
  statement(ctx.db, "insert into account (key, value) values ('zone', 'Asia/Seoul')").run()
  const run = (options: JobOptions, signal = new AbortController().signal) => runImport(ctx, options, signal)
  return {
    ctx,
    db: ctx.db,
    run,
    write(name: string, content: string | Uint8Array): string {
      const file = join(folder, name)
      writeFileSync(file, content)
      return file
    },
    importBots: (file: string, more: JobOptions = {}) => run({ file, kind: 'bot-resolutions', ...more }),
    importChats: (file: string, more: JobOptions = {}) => run({ file, kind: 'chats', ...more }),
  }
}

export type BotRow = {
  id: string
  brand_id: number | null
  day: string
  started_at: number
  language: string | null
  resolved: number | null
  escalated: number | null
  count: number
}

export function botRows(db: Database): BotRow[] {
  return statement<BotRow>(
    db,
    `select id, brand_id, day, started_at, language, resolved, escalated, count from bot_conversation
     order by started_at, id`,
  ).all()
}

/** Rows of a table whose text is told apart from ours only by its own key. */
export function tableOf(db: Database, sql: string): unknown[] {
  return statement(db, sql).all()
}

/** A context of a second process on the same database. */
export function sameDatabase(ctx: TestContext): TestContext {
  return { ...ctx }
}

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { openDatabase } from '../../../server/store/database.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { differences, readerOf, readOnce, readUntilDone, undisturbedContent } from './disturbed-account.ts'

const world = createSmallWorld(testNow, { scale: 0.03 })
const folder = mkdtempSync(join(tmpdir(), 'cutover-store-faults-'))
let wanted: DatabaseContent
let zendesk: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  wanted = await undisturbedContent(world)
  zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off' })
})

afterAll(async () => {
  await zendesk.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a disk that is full', () => {
  it('ends each run with a sentence; with room again nothing is missing', { timeout: 120_000 }, async () => {
    const ctx = readerOf(world, zendesk.url)
    const used = Number(ctx.db.pragma('page_count', { simple: true }))

    const said: (string | null)[] = []
    for (const pages of [5, 40, 120, 200, 260]) {
      ctx.db.pragma(`max_page_count = ${used + pages}`)
      said.push(await readOnce(ctx))
    }
    ctx.db.pragma('max_page_count = 1073741823')
    await readUntilDone(ctx, 1)

    expect(said.map((sentence) => sentence?.includes('The disk is full'))).toEqual(said.map(() => true))
    expect(differences(contentOf(ctx.db), wanted)).toEqual([])
  })
})

describe('a database another program holds', () => {
  it('ends the run with a sentence; once let go nothing is missing', { timeout: 120_000 }, async () => {
    const file = join(folder, 'held.db')
    const ctx = readerOf(world, zendesk.url, { db: openDatabase(file) })
    ctx.db.pragma('busy_timeout = 20')
    const other = new BetterSqlite3(file)
    const said: string[] = []
    let pages = 0

    for (let run = 0; run < 4; run++) {
      const running = readOnce(ctx)
      await new Promise((resolve) => setTimeout(resolve, 60 * (run + 1)))
      other.exec('begin immediate')
      await new Promise((resolve) => setTimeout(resolve, 150))
      other.exec('rollback')
      const failure = await running
      if (failure !== null) said.push(failure)
      pages = Number(ctx.db.prepare('select count(*) from checkpoint').pluck().get())
    }
    await readUntilDone(ctx)

    expect(pages).toBeGreaterThan(0)
    expect(said.filter((sentence) => !sentence.includes('held by another program'))).toEqual([])
    expect(differences(contentOf(ctx.db), wanted)).toEqual([])
    other.close()
    ctx.db.close()
  })
})

import BetterSqlite3 from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { RunningSimulator } from './disturbed-account.ts'
import { differences, readerOf, readOnce } from './disturbed-account.ts'

const DAY_MS = 86_400_000
const world = createSmallWorld(testNow, { scale: 0.02 })
let zendesk: RunningSimulator
let whole: Buffer
let wanted: DatabaseContent

beforeAll(async () => {
  zendesk = await startSimulator({
    world,
    clock: frozenClock(testNow),
    limits: 'off',
    // Some tickets' messages cannot be had.
    faults: ({ path }) => (/tickets\/\d*[37]\/audits/.test(path) ? { kind: 'status', status: 404 } : null),
  })
  const ctx = readerOf(world, zendesk.url)
  expect(await readOnce(ctx)).toBeNull()
  whole = ctx.db.serialize()
  wanted = withoutWindows(contentOf(ctx.db))
})
afterAll(() => zendesk.close())

describe('rows somebody removed from the database come back when history is read again', () => {
  it.each([
    'account',
    'agent, grp, schedule',
    'agent_day, engagement_piece',
    'article_count, comparison_cell, schedule_holiday',
    'bot_conversation',
    'bot_export_day',
    'brand',
    'brand_cutover',
    'chat_engagement',
    'chat_ticket',
    'conversation',
    'csat_answer',
    'deleted_ticket',
    'detail_week',
    'engagement',
    'engagement_held',
    'rollup_day, rollup_duration, rollup_hist',
    'ticket_detail',
    'unreadable_detail',
  ])('of %s', { timeout: 60_000 }, async (tables) => {
    const db = new BetterSqlite3(whole)
    const removed = tables.split(', ').map((table) => removeMost(db, table))

    const failure = await readOnce(readerOf(world, zendesk.url, { db }), { from: '2020-01-01' })

    expect(failure).toBeNull()
    expect(removed).not.toContain(0)
    expect(differences(withoutWindows(contentOf(db)), wanted)).toEqual([])
    db.close()
  })
})

describe('what Zendesk keeps no longer stays away, and nothing fails', () => {
  it('engagements after 90 days, files of bots after 30, counts of articles after their day', async () => {
    const later = testNow + 100 * DAY_MS
    const forgetful = await startSimulator({ world, clock: frozenClock(later), limits: 'off' })
    const db = new BetterSqlite3(whole)
    for (const table of ['engagement', 'bot_conversation', 'bot_export_day', 'article_count']) {
      db.exec(`delete from ${table}`)
    }
    const ctx = readerOf(world, forgetful.url, { db, clock: frozenClock(later) })

    expect(await readOnce(ctx, { from: '2020-01-01' })).toBeNull()

    const { engagement, bot_conversation, article_count } = contentOf(db)
    expect({ engagement, bot_conversation }).toEqual({ engagement: [], bot_conversation: [] })
    expect(article_count.filter((row) => row.includes('2026-11-16'))).toEqual([])
    await forgetful.close()
    db.close()
  })
})

/** Two rows of three, as somebody does with a tool that knows nothing of what belongs together. */
function removeMost(db: Database, table: string): number {
  const key = (db.pragma(`table_info(${table})`) as { name: string; pk: number }[])
    .filter(({ pk }) => pk > 0)
    .map(({ name }) => name)
  const rows = db
    .prepare(`select ${key.join(', ')} from ${table} order by ${key.join(', ')}`)
    .raw()
    .all()
  const remove = db.prepare(
    `delete from ${table} where (${key.join(', ')}) = (${key.map(() => '?').join(', ')})`,
  )
  db.pragma('foreign_keys = off')
  const removed = rows.filter((_row, i) => i % 3 !== 1)
  for (const row of removed) remove.run(...(row as unknown[]))
  return removed.length
}

/** History that was read again leaves windows of its own. */
function withoutWindows({ checkpoint: _checkpoint, ...content }: DatabaseContent): DatabaseContent {
  return content
}

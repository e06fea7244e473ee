import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readHistoryProgress } from '../../../server/store/checkpoints.ts'
import type { CheckedSlice } from '../../../server/store/reconciliation.ts'
import { compareCounts } from '../../../server/metrics/reconciliation.ts'
import { readRedSlices, saveCheck } from '../../../server/store/reconciliation.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, facts, syncFrom } from '../sync/sync-support.ts'
import type { ReconciledAccount } from './reconciled-account.ts'
import { readAccount, reconcileAll, syncCounted } from './reconciled-account.ts'
import { busiestTicketDay, remove } from './ticket-days.ts'

const world = createSmallWorld(testNow, { scale: 0.1 })
let account: ReconciledAccount

beforeAll(async () => {
  account = await readAccount(world)
})
afterAll(() => account.zendesk.close())

describe('rows removed from the database on purpose', () => {
  it('tickets are missed on exactly their brand and day', async () => {
    const db = account.copy()
    const { brandId, day, n } = busiestTicketDay(db)
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)

    const summary = await reconcileAll(account.url, { db })

    expect(summary).toMatchObject({ red: 1, turned: 1, reopened: 1 })
    expect(said(readRedSlices(db))).toEqual([
      {
        kind: 'tickets',
        brandId,
        day,
        days: 1,
        channel: 'native_messaging',
        scope: 'agent',
        theirs: n,
        ours: n - 5,
        unexplained: 5,
      },
    ])
  })

  it('conversations a bot held alone are missed too', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db, 'ai_agent')
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'ai_agent' and deleted = 0`, 3)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toMatchObject([{ brandId, day, scope: 'ai_agent', unexplained: 3 }])
  })

  it('chats are missed on their day of the whole account', async () => {
    const db = account.copy()
    const day = db
      .prepare<[], string>(
        `select date(started_at / 1000, 'unixepoch') as day from conversation
         where source = 'chat' and deleted = 0 group by 1 order by count(*) desc limit 1`,
      )
      .pluck()
      .get()
    remove(db, `source = 'chat' and deleted = 0 and date(started_at / 1000, 'unixepoch') = '${day}'`, 6)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toMatchObject([{ kind: 'chats', brandId: 0, day, unexplained: 6 }])
  })

  it.each([
    ['ratings', 'csat_answer', 'offered_at', `source = 'legacy_rating'`],
    ['surveys', 'csat_answer', 'offered_at', `source = 'survey'`],
    ['engagements', 'engagement', 'started_at', 'true'],
  ])('%s are missed on their day, one by one', async (kind, table, moment, where) => {
    const db = account.copy()
    const day = db
      .prepare<[], string>(
        `select date(${moment} / 1000, 'unixepoch') as day from ${table}
         where ${where} and ${moment} between ${testNow - 12 * 86_400_000} and ${testNow - 2 * 86_400_000}
         group by day order by count(*) desc limit 1`,
      )
      .pluck()
      .get()
    db.exec(
      `delete from ${table} where id in (select id from ${table}
         where ${where} and date(${moment} / 1000, 'unixepoch') = '${day}' order by id limit 4)`,
    )

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toMatchObject([{ kind, brandId: 0, day, unexplained: 4 }])
  })

  it('two rows of a small day pass, a third does not', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    const where = `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`
    remove(db, where, 2)

    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 0 })
    remove(db, where, 1)
    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 1, checked: 1 })
  })

  it('a week of long ago that differs is looked at day by day', async () => {
    const db = account.copy()
    db.exec('delete from brand_cutover')
    await reconcileAll(account.url, { db })
    const weeks = `reconciliation where kind = 'tickets' and days = 7 and theirs > 0`
    expect(count(db, weeks)).toBe(1)
    const { brandId, day } = busiestTicketDay(db, 'agent', `and day < '2026-10-12'`)
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toMatchObject([{ kind: 'tickets', brandId, day, days: 1, unexplained: 5 }])
    expect(count(db, weeks)).toBe(0)
  })

  it('come back with the next sync, and the day turns green', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    const chatDay = '2026-10-20'
    const before = facts(db).conversation
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)
    remove(db, `source = 'chat' and deleted = 0 and date(started_at / 1000, 'unixepoch') = '${chatDay}'`, 5)
    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 2, reopened: 2 })

    await syncCounted(syncFrom(account.url, { db }))
    const again = await reconcileAll(account.url, { db })

    expect(again).toMatchObject({ red: 0, turned: 2, reopened: 0 })
    expect(facts(db).conversation).toEqual(before)
  })

  it('a day that stays red is read again twice, and no more', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    const own = `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`

    const reopened: number[] = []
    for (let run = 0; run < 4; run++) {
      remove(db, own, 5)
      reopened.push((await reconcileAll(account.url, { db })).reopened)
      await syncCounted(syncFrom(account.url, { db }))
    }

    expect(reopened).toEqual([1, 1, 0, 0])
    expect(readRedSlices(db)).toMatchObject([{ rereads: 2 }])
  })

  it('a red day that is too old to be read again by itself turns green once its rows are there', async () => {
    const db = account.copy()
    const slice = { kind: 'surveys', brandId: 0, channel: '', scope: '', day: '2026-09-20', days: 1 } as const
    saveCheck(db, slice, compareCounts(40, { present: 20, deleted: 0 }), testNow - 2 * 86_400_000)

    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 0, turned: 1 })
    expect(count(db, `reconciliation where kind = 'surveys' and day < '2026-10-01'`)).toBe(1)
  })

  it('a day whose history is still being read again is not begun anew', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)

    const reopened: number[] = []
    for (let run = 0; run < 2; run++) reopened.push((await reconcileAll(account.url, { db })).reopened)

    expect(reopened).toEqual([1, 0])
    expect(readRedSlices(db)).toMatchObject([{ rereads: 1 }])
  })

  it('no verdict waits while the history of a red day is read again', async () => {
    const db = account.copy()
    const before = readHistoryProgress(db)
    const { brandId, day } = busiestTicketDay(db)
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)

    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 1, reopened: 1 })

    expect(readHistoryProgress(db)).toEqual(before)
    expect(count(db, 'checkpoint where done = 0 and ends_at is not null')).toBe(1)
  })
})

function said(slices: readonly CheckedSlice[]) {
  return slices.map(({ kind, brandId, day, days, channel, scope, theirs, ours, unexplained }) => ({
    kind,
    brandId,
    day,
    days,
    channel,
    scope,
    theirs,
    ours,
    unexplained,
  }))
}

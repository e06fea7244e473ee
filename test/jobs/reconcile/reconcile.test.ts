import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { readHistoryProgress } from '../../../server/store/checkpoints.ts'
import { readGridStamp } from '../../../server/store/comparison-cells.ts'
import { rederiveAll } from '../../../server/store/conversations.ts'
import type { CheckedSlice } from '../../../server/store/reconciliation.ts'
import { compareCounts } from '../../../server/metrics/reconciliation.ts'
import { readRedSlices, saveCheck } from '../../../server/store/reconciliation.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, facts, syncFrom } from '../sync/sync-support.ts'
import type { ReconciledAccount } from './reconciled-account.ts'
import { readAccount, reconcileAll, syncCounted } from './reconciled-account.ts'

const world = createSmallWorld(testNow, { scale: 0.1 })
let account: ReconciledAccount

beforeAll(async () => {
  account = await readAccount(world)
})
afterEach(() => account.zendesk.setFaults(null))
afterAll(() => account.zendesk.close())

describe('an account that was read whole', () => {
  it('agrees with Zendesk on every day of every kind', async () => {
    const db = account.copy()

    const summary = await reconcileAll(account.url, { db })

    expect(summary).toMatchObject({ red: 0, turned: 0, reopened: 0 })
    expect(count(db, 'reconciliation where unexplained > 0')).toBe(0)
    const kinds = db.prepare('select distinct kind from reconciliation order by kind').pluck().all()
    expect(kinds).toEqual(['chats', 'engagements', 'ratings', 'surveys', 'tickets'])
  })

  it('is not asked again for what was compared and did not change', async () => {
    const db = account.copy()
    await reconcileAll(account.url, { db })

    expect(await reconcileAll(account.url, { db })).toMatchObject({ checked: 0, requests: 0 })
  })

  it('has deleted chats among the stored ones, which explains them', async () => {
    const db = account.copy()

    await reconcileAll(account.url, { db })

    const deleted = count(db, `conversation where source = 'chat' and deleted = 1`)
    const explained = db.prepare(`select sum(explained) from reconciliation where kind = 'chats'`).pluck()
    expect(deleted).toBeGreaterThan(10)
    expect(explained.get()).toBe(deleted)
  })
})

it('deleted chats are compared as a setting says, should the search still find them', async () => {
  const db = account.copy()
  const settings = readAccountSettings(db)
  const readings = { ...settings.readings, deletedChatsInSearch: 'counted' as const }
  writeAccountSettings(db, { ...settings, readings }, testNow)

  await reconcileAll(account.url, { db })

  const row = db.prepare(
    `select sum(explained) as e, sum(unexplained) as u from reconciliation where kind = 'chats'`,
  )
  expect(row.get()).toEqual({ e: 0, u: count(db, `conversation where source = 'chat' and deleted = 1`) })
})

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
         where source = 'chat' and deleted = 0 group by day order by count(*) desc limit 1`,
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

it('tickets of a channel that is counted again were never deleted', async () => {
  const db = account.copy()
  const settings = readAccountSettings(db)
  const countedAs = (messagingChannels: string[]) =>
    writeAccountSettings(db, { ...settings, messagingChannels }, testNow)
  countedAs(['whatsapp'])
  rederiveAll(db)
  expect(count(db, "conversation where scope = 'agent' and deleted = 0")).toBe(0)
  countedAs([...settings.messagingChannels])

  await reconcileAll(account.url, { db })

  expect(readRedSlices(db)).toEqual([])
  const explained = db.prepare("select coalesce(sum(explained), 0) from reconciliation where kind = 'tickets'")
  expect(explained.pluck().get()).toBe(count(db, 'conversation where scope is not null and deleted = 1'))
})

describe('causes that are no loss keep a day green', () => {
  it('tickets stored without a brand', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    moveToBrand(db, { brandId, day }, 'null', 4)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toEqual([])
    expect(checkOf(db, brandId, day)).toMatchObject({ explained: -4, causes: '{"no_brand":4}' })
  })

  it('tickets Zendesk removed for good, as it does with spam', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    for (let i = 1; i <= 4; i++) copyTicketOf(db, brandId, day, i)

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({ state: 'green', causes: '{"suspended":4}' })
  })

  it('tickets Zendesk deleted, which are stored and flagged', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    for (let i = 1; i <= 4; i++) copyTicketOf(db, brandId, day, i)
    db.exec('update conversation set deleted = 1 where ticket_id <= 4')

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({ state: 'green', causes: '{"deleted":4}' })
  })

  it('but tickets flagged as deleted that Zendesk has shown all along are missing', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    db.exec(
      `update conversation set deleted = 1 where id in (
         select id from conversation where brand_id = ${brandId} and day = '${day}' and scope = 'agent'
           and deleted = 0 order by id limit 4)`,
    )

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({ state: 'red', unexplained: 4 })
  })

  it('but tickets under another brand than Zendesk’s are named, and missing all the same', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    moveToBrand(db, { brandId, day }, '999', 4)

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({
      state: 'red',
      unexplained: 4,
      causes: '{"other_brand":4}',
    })
  })

  it('but tickets of another brand are too many', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    const other = world.brands.find(({ id, wentLiveAt }) => id !== brandId && wentLiveAt !== null)
    db.exec(
      `update conversation set brand_id = ${brandId}, ticket_brand_id = ${brandId}, day = '${day}' where id in (
         select id from conversation where brand_id = ${other?.id} and scope = 'agent' and deleted = 0
           order by started_at desc limit 4)`,
    )

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({ state: 'red', causes: '{"other_brand":4}' })
  })

  it('but chats of an imported file do not stand for those that are missing', async () => {
    const db = account.copy()
    const chatDay = '2026-10-20'
    const own = `source = 'chat' and deleted = 0 and date(started_at / 1000, 'unixepoch') = '${chatDay}'`
    db.exec(
      `update conversation set import_id = 1 where id in (select id from conversation where ${own} limit 5)`,
    )

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toMatchObject([{ kind: 'chats', day: chatDay, unexplained: 5 }])
  })

  it('but rows that are missing beside them are found', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    for (let i = 1; i <= 4; i++) copyTicketOf(db, brandId, day, i)
    db.exec('update conversation set deleted = 1 where ticket_id <= 4')
    const own = `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`
    remove(db, own, 4)

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({ state: 'red', unexplained: 4 })
  })

  it('tickets that are put aside are named, and missing all the same', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    const gone = remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 3)
    for (const id of gone)
      db.prepare(
        `insert into quarantine (stream, id, path, reason, first_seen_at) values ('tickets-agent', ?, 'via', 'is missing', 0)`,
      ).run(id.replace('ticket:', ''))

    await reconcileAll(account.url, { db })

    expect(checkOf(db, brandId, day)).toMatchObject({
      state: 'red',
      unexplained: 3,
      causes: '{"put_aside":3}',
    })
  })
})

describe('a run', () => {
  it('goes on where the one before ended', async () => {
    const whole = account.copy()
    await reconcileAll(account.url, { db: whole })
    const db = account.copy()

    let runs = 0
    for (let checked = 1; checked > 0; runs++) {
      const summary = await reconcileAll(account.url, { db }, {}, { requests: 25, ms: 600_000 })
      expect(summary.requests).toBeLessThanOrEqual(5 * 25)
      checked = summary.checked
    }

    expect(runs).toBeGreaterThan(4)
    expect(checks(db)).toEqual(checks(whole))
  })

  it('that is stopped keeps what it found', async () => {
    const db = account.copy()
    const stop = new AbortController()
    let searches = 0
    account.zendesk.setFaults(({ path }) => {
      if (path === '/api/v2/search/count' && ++searches === 20) stop.abort(new Error('stopped'))
      return null
    })

    await expect(reconcileAll(account.url, { db, signal: stop.signal })).rejects.toThrow('stopped')
    const found = count(db, 'reconciliation')
    account.zendesk.setFaults(null)
    await reconcileAll(account.url, { db })

    expect(found).toBeGreaterThan(10)
    expect(readRedSlices(db)).toEqual([])
  })

  it('compares the days somebody asks for, whenever that was done last', async () => {
    const db = account.copy()
    await reconcileAll(account.url, { db })

    const range = { from: '2026-11-02', to: '2026-11-04' }
    const summary = await reconcileAll(account.url, { db }, range)

    // Three brands in two scopes, and four kinds of the whole account; old weeks without tickets stay weeks.
    expect(summary.checked).toBeGreaterThanOrEqual(10)
    expect(summary.red).toBe(0)
  })

  it('compares lists of the days somebody asks for, however long ago they are', async () => {
    const db = account.copy()

    await reconcileAll(account.url, { db }, { from: '2026-09-20', to: '2026-09-22' })

    const old = `reconciliation where kind in ('ratings', 'surveys') and day < '2026-10-01'`
    expect(count(db, old)).toBe(4)
    expect(readRedSlices(db)).toEqual([])
  })

  it('that is refused by the search says so, invents nothing, and compares the rest', async () => {
    const db = account.copy()
    account.zendesk.setFaults(({ path }) =>
      path.startsWith('/api/v2/search')
        ? { kind: 'status', status: 403, body: '{"error":"Forbidden"}' }
        : null,
    )

    await expect(reconcileAll(account.url, { db })).rejects.toThrow(/Zendesk refuses to count tickets/)

    expect(count(db, `reconciliation where kind = 'tickets'`)).toBe(0)
    expect(count(db, `reconciliation where kind = 'chats'`)).toBeGreaterThan(50)
  })

  it('that turns a day red brings the verdicts up to date', async () => {
    const db = account.copy()
    await reconcileAll(account.url, { db })
    expect(readGridStamp(db)).toBeNull()
    const { brandId, day } = busiestTicketDay(db)
    remove(db, `brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`, 5)

    await reconcileAll(account.url, { db })

    expect(readGridStamp(db)?.asOf).toBe('2026-11-16T00:00:00.000Z')
  })

  it('forgets channels that are not counted any more', async () => {
    const db = account.copy()
    db.exec(
      `insert into reconciliation values ('tickets', 1, '2026-11-02', 1, 'whatsapp', 'agent', 9, 0, 0, 9, 'red', '{}', 0, 0)`,
    )

    expect(await reconcileAll(account.url, { db })).toMatchObject({ red: 0 })
  })

  it('that is refused one list still compares the others', async () => {
    const db = account.copy()
    account.zendesk.setFaults(({ path }) =>
      path === '/api/v2/satisfaction_ratings' ? { kind: 'status', status: 403, body: '{}' } : null,
    )

    await expect(reconcileAll(account.url, { db })).rejects.toThrow(/^reconcile ratings: Zendesk refuses/)

    expect(count(db, `reconciliation where kind = 'ratings'`)).toBe(0)
    expect(count(db, `reconciliation where kind in ('surveys', 'engagements')`)).toBeGreaterThan(20)
  })

  it('before anything was read asks nothing', async () => {
    const db = account.copy()
    db.exec('delete from checkpoint')

    expect(await reconcileAll(account.url, { db })).toMatchObject({ checked: 0, requests: 0 })
  })
})

function busiestTicketDay(
  db: Database,
  scope = 'agent',
  and = '',
): { brandId: number; day: string; n: number } {
  const found = db
    .prepare<[], { brandId: number; day: string; n: number }>(
      `select brand_id as brandId, day, count(*) as n from conversation
       where scope = '${scope}' and deleted = 0 and day < '2026-11-15' ${and}
       group by brand_id, day order by n desc, day limit 1`,
    )
    .get()
  if (!found) throw new Error('the world has no tickets')
  return found
}

function remove(db: Database, where: string, rows: number): string[] {
  const ids = db
    .prepare<[], string>(`select id from conversation where ${where} order by id limit ${rows}`)
    .pluck()
    .all()
  expect(ids).toHaveLength(rows)
  for (const id of ids) db.prepare('delete from conversation where id = ?').run(id)
  return ids
}

function moveToBrand(
  db: Database,
  { brandId, day }: { brandId: number; day: string },
  to: string,
  rows: number,
): void {
  db.exec(
    `update conversation set brand_id = ${to}, ticket_brand_id = ${to} where id in (
       select id from conversation where brand_id = ${brandId} and day = '${day}' and scope = 'agent'
         and deleted = 0 order by id limit ${rows})`,
  )
}

function copyTicketOf(db: Database, brandId: number, day: string, ticketId: number): void {
  const row = db
    .prepare<[], Record<string, unknown>>(
      `select * from conversation where brand_id = ${brandId} and day = '${day}' and scope = 'agent' and deleted = 0`,
    )
    .get()
  const copy = { ...row, id: `ticket:${ticketId}`, ticket_id: ticketId }
  const columns = Object.keys(copy)
  db.prepare(
    `insert into conversation (${columns.join(', ')}) values (${columns.map((name) => `:${name}`).join(', ')})`,
  ).run(copy)
}

function checkOf(db: Database, brandId: number, day: string): unknown {
  return db
    .prepare(`select * from reconciliation where brand_id = ? and day = ? and days = 1 and scope = 'agent'`)
    .get(brandId, day)
}

function checks(db: Database): unknown[] {
  return db.prepare('select * from reconciliation order by kind, brand_id, channel, scope, day').all()
}

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

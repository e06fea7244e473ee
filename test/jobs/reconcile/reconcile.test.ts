import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Database } from '../../../server/store/database.ts'
import { readGridStamp } from '../../../server/store/comparison-cells.ts'
import { rederiveAll } from '../../../server/store/conversations.ts'
import { readRedSlices } from '../../../server/store/reconciliation.ts'
import { readAccountSettings, writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count } from '../sync/sync-support.ts'
import type { ReconciledAccount } from './reconciled-account.ts'
import { readAccount, reconcileAll } from './reconciled-account.ts'
import { busiestTicketDay, remove } from './ticket-days.ts'

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
  const explained = db.prepare(
    "select coalesce(sum(explained), 0) from reconciliation where kind = 'tickets'",
  )
  expect(explained.pluck().get()).toBe(count(db, 'conversation where scope is not null and deleted = 1'))
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

function checks(db: Database): unknown[] {
  return db.prepare('select * from reconciliation order by kind, brand_id, channel, scope, day').all()
}

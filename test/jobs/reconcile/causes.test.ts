import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readRedSlices } from '../../../server/store/reconciliation.ts'
import { testNow } from '../../support/test-context.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { ReconciledAccount } from './reconciled-account.ts'
import { readAccount, reconcileAll } from './reconciled-account.ts'
import { busiestTicketDay, remove, moveToBrand, copyTicketOf, checkOf } from './ticket-days.ts'

const world = createSmallWorld(testNow, { scale: 0.1 })
let account: ReconciledAccount

beforeAll(async () => {
  account = await readAccount(world)
})
afterAll(() => account.zendesk.close())

describe('causes that are no loss keep a day green', () => {
  it('tickets stored without a brand', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    moveToBrand(db, { brandId, day }, 'null', 4)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toEqual([])
    expect(checkOf(db, brandId, day)).toMatchObject({ explained: -4, causes: '{"no_brand":4}' })
  })

  it('tickets of a brand that was deleted, which Zendesk counts with another', async () => {
    const db = account.copy()
    const { brandId, day } = busiestTicketDay(db)
    db.exec("insert into brand values (999, 'Gone', null, 0, 0, 1, 0, null)")
    moveToBrand(db, { brandId, day }, '999', 4)

    await reconcileAll(account.url, { db })

    expect(readRedSlices(db)).toEqual([])
    expect(checkOf(db, brandId, day)).toMatchObject({ causes: '{"no_brand":4}' })
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

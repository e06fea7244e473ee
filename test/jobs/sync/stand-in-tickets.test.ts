import { afterAll, beforeAll, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { doTicketsStandIn } from '../../../server/store/stand-in-tickets.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, facts, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

const world = createSmallWorld(testNow)
const account = { world, clock: frozenClock(testNow), limits: 'off' } as const
const standIns = "conversation where source = 'chat' and id like 'ticket:%'"
let rich: Awaited<ReturnType<typeof startSimulator>>
let withoutChat: typeof rich

beforeAll(async () => {
  rich = await startSimulator(account)
  withoutChat = await startSimulator({ ...account, features: { chat: false } })
})
afterAll(async () => {
  await rich.close()
  await withoutChat.close()
})

it(
  'where the account has no Chat API the tickets of live chats are the chats',
  { timeout: 120_000 },
  async () => {
    const db = freshDatabase()
    await expect(syncByName(syncFrom(withoutChat.url, { db }), 'chats')).rejects.toThrow('no Zendesk Chat')
    await syncByName(syncFrom(withoutChat.url, { db }), 'tickets-agent')
    await syncByName(syncFrom(withoutChat.url, { db }), 'tickets-ai-agent')

    expect(doTicketsStandIn(db)).toBe(true)
    expect(count(db, standIns)).toBe(count(db, 'chat_ticket'))
    expect(count(db, standIns)).toBeGreaterThan(0)
    expect(count(db, `${standIns} and channel not in ('chat', 'chat_offline_message')`)).toBe(0)

    await syncByName(syncFrom(rich.url, { db }), 'account')
    await syncByName(syncFrom(rich.url, { db }), 'chats')
    await syncByName(syncFrom(rich.url, { db }), 'tickets-agent')

    expect(doTicketsStandIn(db)).toBe(false)
    expect(count(db, standIns)).toBe(0)
    const other = freshDatabase()
    for (const name of ['chats', 'tickets-agent', 'tickets-ai-agent'])
      await syncByName(syncFrom(rich.url, { db: other }), name)
    expect(facts(db)).toEqual(facts(other))
  },
)

it(
  'a Chat API that stops to answer leaves its chats; only tickets without one stand in',
  { timeout: 120_000 },
  async () => {
    const db = freshDatabase()
    for (const name of ['chats', 'tickets-agent']) await syncByName(syncFrom(rich.url, { db }), name)
    const chats = count(db, "conversation where id like 'chat:%'")

    await expect(syncByName(syncFrom(withoutChat.url, { db }), 'chats')).rejects.toThrow('no Zendesk Chat')
    await syncByName(syncFrom(withoutChat.url, { db }), 'tickets-agent')

    expect(count(db, "conversation where id like 'chat:%'")).toBe(chats)
    expect(count(db, standIns)).toBe(
      count(
        db,
        "chat_ticket t where not exists (select 1 from conversation c where c.ticket_id = t.ticket_id and c.id like 'chat:%')",
      ),
    )
  },
)

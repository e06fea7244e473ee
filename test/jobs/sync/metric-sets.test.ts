import { afterEach, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import type { SimulatorOptions } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

const world = createSmallWorld(testNow)
const unknown = 'conversation where served is null'
let close: (() => Promise<void>) | null = null

afterEach(() => close?.())

describe('metric sets', () => {
  it('nested in their tickets tell what those in a list beside tell', async () => {
    const beside = tickets(await syncedTickets({ metricSets: 'beside' }))
    await close?.()
    const nested = tickets(await syncedTickets({ metricSets: 'nested' }))

    expect(beside.length).toBeGreaterThan(100)
    expect(nested).toEqual(beside)
  })

  it('that never come leave it open whether people replied, until the messages were read', async () => {
    const { db, url } = await startedAccount({ metricSets: 'none' })
    const sync = syncFrom(url, { db })
    for (const name of ['account', 'tickets-agent']) await syncByName(sync, name)
    expect(count(db, unknown)).toBe(count(db, `conversation where source = 'messaging'`))
    expect(count(db, `conversation where outcome = 'unserved'`)).toBe(0)

    await syncByName(sync, 'ticket-details')

    expect(count(db, `${unknown} and deleted = 0`)).toBe(0)
    const replied = world.tickets.filter(
      ({ firstHumanReplyAt, deletedAt }) => isPast(firstHumanReplyAt) && !isPast(deletedAt),
    )
    expect(count(db, 'conversation where served = 1 and deleted = 0')).toBe(replied.length)
  })
})

async function startedAccount(options: Pick<SimulatorOptions, 'metricSets'>) {
  const zendesk = await startSimulator({ world, clock: frozenClock(testNow), limits: 'off', ...options })
  close = () => zendesk.close()
  const db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  return { db, url: zendesk.url }
}

async function syncedTickets(options: Pick<SimulatorOptions, 'metricSets'>): Promise<Database> {
  const { db, url } = await startedAccount(options)
  for (const name of ['account', 'tickets-agent', 'tickets-ai-agent'])
    await syncByName(syncFrom(url, { db }), name)
  return db
}

function tickets(db: Database): unknown[] {
  return db.prepare(`select * from conversation order by id`).all()
}

function isPast(at: number | null): boolean {
  return at !== null && at <= testNow - 60_000
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { catalog } from '../../../server/metrics/catalog.ts'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { Database } from '../../../server/store/database.ts'
import { readDailySeconds } from '../../support/daily-seconds.ts'
import { readDailySums } from '../../../server/store/daily-values.ts'
import { refreshRollups } from '../../../server/store/rollups.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { freshDatabase, syncEverything, syncFrom } from './sync-support.ts'

const world = createSmallWorld(testNow)
let zendesk: Awaited<ReturnType<typeof startSimulator>>
let db: Database

beforeAll(async () => {
  zendesk = await startSimulator({ world, clock: frozenClock(testNow), rateWindowScale: 6_000 })
  db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  await syncEverything(syncFrom(zendesk.url, { db }))
  while (refreshRollups(db, 500) > 0) {
    // until nothing is marked
  }
})

afterAll(() => zendesk.close())

describe('an account that was read', () => {
  it.each(['missed_rate', 'reopen_rate', 'out_of_hours_share', 'messages_per_conversation'] as const)(
    'has a share or a ratio for %s',
    (key) => {
      const { n, numerator } = wholeOf(key)

      expect(n).toBeGreaterThan(50)
      expect(numerator).toBeGreaterThan(0)
      if (key !== 'messages_per_conversation') expect(numerator).toBeLessThan(n)
    },
  )

  it.each(['first_reply_any', 'wait_to_agent', 'resolution_time'])('has durations for %s', (key) => {
    const all = world.brands.flatMap(({ id }) => [...readDailySeconds(db, id, key).values()])

    expect(all.reduce((sum, day) => sum + day.length, 0)).toBeGreaterThan(50)
    expect(all.every((day) => day.every((seconds) => seconds >= 0.5))).toBe(true)
  })

  it('counts as contained what the bots dealt with alone, and as handed over all the rest', () => {
    const contained = wholeOf('containment_rate')
    const handedOver = wholeOf('handoff_rate')

    expect(contained.n).toBeGreaterThan(0)
    expect(handedOver.n).toBe(contained.n)
    expect(contained.numerator + handedOver.numerator).toBe(contained.n)
  })

  it('has Zendesk’s verdict of every conversation a bot dealt with', () => {
    const resolved = world.tickets.filter(({ resolution }) => resolution === 'automated').length

    expect(resolved).toBeGreaterThan(0)
    expect(wholeOf('automated_resolution_rate').numerator).toBeLessThanOrEqual(resolved)
    expect(wholeOf('automated_resolution_rate').numerator).toBeGreaterThan(resolved / 2)
  })

  it('has a measure for every metric of the catalogue that is no duration', () => {
    for (const { key, kind } of catalog) {
      if (kind === 'duration' || key === 'bot_csat' || kind === 'money' || key === 'concurrency') continue
      expect(wholeOf(key === 'csat_response_rate' ? 'csat.response' : key).n, key).toBeGreaterThan(0)
    }
  })
})

/** All brands and days of a measure together. */
function wholeOf(key: string): { n: number; numerator: number } {
  const days = world.brands.flatMap(({ id }) => readDailySums(db, id, key))
  return {
    n: days.reduce((sum, { n }) => sum + n, 0),
    numerator: days.reduce((sum, { numerator }) => sum + numerator, 0),
  }
}

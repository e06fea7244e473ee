import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseContent } from '../../support/database-content.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { differences, readerOf, readOnce, readUntilDone, undisturbedContent } from './disturbed-account.ts'

const HOUR_MS = 3_600_000
const world = createSmallWorld(testNow, { scale: 0.03 })

let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
})

describe('an account that changes while it is read', () => {
  it.each([10 * 60_000, HOUR_MS])(
    'over the last %d ms before the final pass: nothing is missing, nothing is twice',
    { timeout: 120_000 },
    async (span) => {
      let now = testNow - span
      // Every request sees the account a little later.
      const zendesk = await startSimulator({
        world,
        clock: { now: () => now },
        limits: 'off',
        pageRows: 40,
        faults: () => {
          now = Math.min(testNow, now + span / 150)
          return null
        },
      })
      const ctx = readerOf(world, zendesk.url)

      await readUntilDone(ctx)
      now = testNow
      await readUntilDone(ctx, 1)

      const content = contentOf(ctx.db)
      expect(differences(content, wanted)).toEqual([])
      await zendesk.close()
    },
  )
})

describe('a clock of ours that differs from the account’s', () => {
  it.each([-50, -6, 6, 50])(
    'by %d minutes, and is put right before the final pass: nothing is missing',
    { timeout: 120_000 },
    async (minutes) => {
      let ours = testNow + minutes * 60_000
      const zendesk = await startSimulator({ world, clock: { now: () => testNow }, limits: 'off' })
      const ctx = readerOf(world, zendesk.url, { clock: { now: () => ours } })

      await readUntilDone(ctx)
      ours = testNow
      await readUntilDone(ctx, 1)

      expect(differences(factsOf(contentOf(ctx.db)), factsOf(wanted))).toEqual([])
      await zendesk.close()
    },
  )

  it('by more than an hour, ends the run with what to do', { timeout: 120_000 }, async () => {
    const zendesk = await startSimulator({
      world,
      clock: { now: () => testNow - 2 * HOUR_MS },
      limits: 'off',
    })
    const ctx = readerOf(world, zendesk.url)

    expect(await readOnce(ctx)).toContain('the clock of this machine')
    await zendesk.close()
  })
})

/**
 * Windows, and of which hours and days we may say that they were read, are planned by our own clock: what was read has
 * to be the same, not where it was read from.
 */
function factsOf({
  checkpoint: _checkpoint,
  engagement_held: _held,
  bot_export_day: days,
  ...facts
}: DatabaseContent): DatabaseContent {
  return { ...facts, bot_export_day: days.filter((day) => !day.includes('"none"')) }
}

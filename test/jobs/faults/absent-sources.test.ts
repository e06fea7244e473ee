import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import type { SimulatorFeatures } from '../../zendesk-sim/server.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { World } from '../../zendesk-sim/world/types.ts'
import { differences, leaksIn, readerOf, readOnce } from './disturbed-account.ts'

const world = createSmallWorld(testNow, { scale: 0.03 })

describe('a plan without CSAT', () => {
  it('leaves what an account without ratings leaves', { timeout: 120_000 }, async () => {
    const refused = await read(world, { satisfactionRatings: false, surveys: false })
    const without = await read(withoutRatings(world), {})

    expect(refused.said).toContain('satisfaction-ratings: ')
    expect(refused.said).toContain('survey-responses: ')
    expect(differences(ratingless(refused.content), ratingless(without.content))).toEqual([])
    expect(refused.leaks).toEqual([])
  })
})

describe('a source that was refused and is open again', () => {
  it('is read from the beginning: nothing is missing', { timeout: 120_000 }, async () => {
    let isRefused = true
    const zendesk = await startSimulator({
      world,
      clock: frozenClock(testNow),
      limits: 'off',
      faults: ({ path }) =>
        isRefused && /survey_responses|\/chat\/incremental/.test(path)
          ? { kind: 'status', status: 403 }
          : null,
    })
    const ctx = readerOf(world, zendesk.url)
    const said = [await readOnce(ctx), await readOnce(ctx)]
    isRefused = false

    expect(await readOnce(ctx)).toBeNull()

    expect(said[1]).toContain('chats: Zendesk Chat refuses the chat history')
    const { content } = await read(world, {})
    expect(differences(contentOf(ctx.db), content)).toEqual([])
    await zendesk.close()
  })
})

async function read(
  read: World,
  features: Partial<SimulatorFeatures>,
): Promise<{ content: DatabaseContent; said: string; leaks: string[] }> {
  const zendesk = await startSimulator({ world: read, clock: frozenClock(testNow), limits: 'off', features })
  const ctx = readerOf(read, zendesk.url)
  const said = (await readOnce(ctx)) ?? ''
  await zendesk.close()
  return { content: contentOf(ctx.db), said, leaks: leaksIn(ctx.log() + said) }
}

/** Ratings within chats stay: they come with the chats. */
function withoutRatings(world: World): World {
  return { ...world, tickets: world.tickets.map((ticket) => ({ ...ticket, rating: null })) }
}

/** Without what only says that the sources are absent, rather than empty, and what the plan is said to hold. */
function ratingless(content: DatabaseContent): DatabaseContent {
  const isOfRatings = (row: string) =>
    /"((absent_stream:)?(satisfaction-ratings|survey-responses)|csat_enabled)"/.test(row)
  return {
    ...content,
    account: content.account.filter((row) => !isOfRatings(row)),
    checkpoint: content.checkpoint.filter((row) => !isOfRatings(row)),
    comparison_cell: content.comparison_cell.filter((row) => !row.includes('"csat"')),
  }
}

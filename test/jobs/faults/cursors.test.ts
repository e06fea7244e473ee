import { beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import type { DatabaseContent } from '../../support/database-content.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { World } from '../../zendesk-sim/world/types.ts'
import { differences, disturbedReading, readerOf, readOnce, undisturbedContent } from './disturbed-account.ts'

const world = createSmallWorld(testNow)
let wanted: DatabaseContent

beforeAll(async () => {
  wanted = await undisturbedContent(world)
})

describe('cursors that expire', () => {
  it(
    'in the middle of a run: the window is begun anew, and nothing is missing',
    { timeout: 120_000 },
    async () => {
      let continued = 0
      const { content } = await disturbedReading(world, {
        pageRows: 100,
        faults: ({ query }) => (isContinuation(query) && ++continued % 5 === 0 ? expired : null),
      })

      expect(continued).toBeGreaterThan(10)
      expect(differences(content, wanted)).toEqual([])
    },
  )

  it('between two runs: what is newer is still found', { timeout: 120_000 }, async () => {
    let now = testNow - 86_400_000
    const clock = { now: () => now }
    let forgotten: string[] = []
    const zendesk = await startSimulator({
      world,
      clock,
      limits: 'off',
      faults: ({ query }) =>
        forgotten.some((cursor) => decodeURIComponent(query).includes(cursor)) ? expired : null,
    })
    const ctx = readerOf(world, zendesk.url, { clock })
    const orderly = readerOf(world, zendesk.url, { clock })
    for (const reader of [ctx, orderly]) expect(await readOnce(reader)).toBeNull()

    now = testNow
    expect(await readOnce(orderly)).toBeNull()
    forgotten = ctx.db
      .prepare<[], string>(
        "select cursor from checkpoint where cursor is not null and stream like 'tickets%'",
      )
      .pluck()
      .all()
    expect(forgotten.length).toBe(2)
    expect(await readOnce(ctx)).toBeNull()

    expect(differences(contentOf(ctx.db), contentOf(orderly.db))).toEqual([])
    await zendesk.close()
  })
})

describe('more rows of one second than a page holds', () => {
  it('are all read, chats and tickets alike', { timeout: 120_000 }, async () => {
    const crowded = inOneSecond(world)
    const zendesk = await startSimulator({
      world: crowded,
      clock: frozenClock(testNow),
      limits: 'off',
      pageRows: 50,
    })
    const ctx = readerOf(crowded, zendesk.url)

    expect(await readOnce(ctx)).toBeNull()

    const ids = (source: string) =>
      ctx.db
        .prepare<[string], number>('select count(*) from conversation where source = ?')
        .pluck()
        .get(source)
    expect(ids('chat')).toBe(crowded.chats.length)
    expect(crowded.chats.length).toBeGreaterThan(500)
    const bots = Number(ids('bot'))
    expect(Number(ids('messaging')) + bots).toBe(crowded.tickets.length)
    await zendesk.close()
  })
})

const expired = {
  kind: 'status',
  status: 422,
  body: '{"error":"InvalidValue","description":"Invalid cursor"}',
  headers: { 'Content-Type': 'application/json' },
} as const

function isContinuation(query: string): boolean {
  return /(^|&)(cursor|page%5Bafter%5D|page\[after\]|start_id)=./.test(query)
}

/** The same world with all changes of chats and tickets in one second, and nothing deleted. */
function inOneSecond(world: World): World {
  const at = testNow - 3 * 86_400_000
  return {
    ...world,
    chats: world.chats
      .filter(({ endedAt }) => endedAt < at)
      .map((chat) => ({ ...chat, deletedAt: null, lateTag: null, rating: null, updateTimes: [at] })),
    tickets: world.tickets
      .filter(({ startedAt, deletedAt }) => startedAt < at && deletedAt === null)
      .map((ticket) => ({ ...ticket, updateTimes: [at] })),
  }
}

import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { UpstreamError } from '../../../server/platform/problem.ts'
import { readAbsentStreams, readCheckpoints, readHistoryProgress } from '../../../server/store/checkpoints.ts'
import { engagementsHeldFrom, readEngagementsHeld } from '../../../server/store/engagements-held.ts'
import { readEngagementIds } from '../../../server/store/engagements.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import type { Simulator } from '../../zendesk-sim/server.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { cutOffsAt, worldCounts } from '../../zendesk-sim/world/counts.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import type { WorldEngagement } from '../../zendesk-sim/world/engagements.ts'
import { isTold, worldEngagements } from '../../zendesk-sim/world/engagements.ts'
import { truth } from '../../zendesk-sim/world/truth.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, freshDatabase, syncByName, syncFrom } from './sync-support.ts'

const DAY_MS = 86_400_000
const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }

/** Half a year of messaging, so that some of it is older than what Zendesk keeps. */
const world = createSmallWorld(testNow, {
  weeks: 30,
  scale: 0.02,
  stories: truth
    .filter(({ key }) => key === 'worse' || key === 'never_moved')
    .map((story) =>
      story.key === 'worse' ? { ...story, movedWeeksAgo: 20, botWeeksAgo: 10 } : { ...story },
    ),
})

describe('of an account', () => {
  it('all that Zendesk keeps is here, and a second run changes nothing', async () => {
    await withAccount(testNow, async (zendesk) => {
      const db = freshDatabase()
      await syncByName(syncFrom(zendesk.url, { db }), 'engagements')
      const before = contentOf(db)

      const again = await syncByName(syncFrom(zendesk.url, { db }), 'engagements')

      const told = worldEngagements(world).filter((engagement) => isTold(engagement, testNow))
      expect(told.length).toBeGreaterThan(100)
      expect(told.length).toBe(worldCounts(world, cutOffsAt(testNow)).engagements.total)
      expect(readEngagementIds(db, 0, testNow)).toEqual(new Set(told.map(({ id }) => id)))
      expect(count(db, 'engagement where agent_replies = 0')).toBeGreaterThan(0)
      expect(count(db, 'engagement where agent_replies = 0 and first_reply_seconds is not null')).toBe(0)
      expect(again.changed).toBe(0)
      expect(contentOf(db)).toEqual(before)
    })
  })

  it('history is planned as far back as Zendesk keeps it, and held from there', async () => {
    await withAccount(testNow, async (zendesk) => {
      const db = freshDatabase()

      await syncByName(syncFrom(zendesk.url, { db }), 'engagements')

      const starts = readCheckpoints(db)
        .filter(({ stream }) => stream === 'engagements')
        .map(({ starts_at }) => starts_at)
      expect(Math.min(...starts)).toBe(testNow - 90 * DAY_MS)
      expect(engagementsHeldFrom(db)).toBe(testNow - 90 * DAY_MS)
      expect(readHistoryProgress(db).find(({ stream }) => stream === 'engagements')).toMatchObject({
        done: true,
        coveredFrom: testNow - 90 * DAY_MS,
        completeTo: testNow,
      })
      expect(oldestAsked(zendesk)).toBe(Math.floor((testNow - 90 * DAY_MS) / 1000))
    })
  })

  it('one that ends after it was asked for is found by a later run', async () => {
    const late = longestSince(testNow - 10 * DAY_MS)
    const earlier = late.startAt + 60_000
    const db = freshDatabase()
    await withAccount(earlier, async (zendesk) => {
      await syncByName(syncFrom(zendesk.url, { db, clock: frozenClock(earlier) }), 'engagements')
    })
    expect(readEngagementIds(db, 0, testNow)).not.toContain(late.id)
    await withAccount(testNow, async (zendesk) => {
      await syncByName(syncFrom(zendesk.url, { db }), 'engagements')
      const fresh = freshDatabase()
      await syncByName(syncFrom(zendesk.url, { db: fresh }), 'engagements')

      const kept = testNow - 90 * DAY_MS
      expect(readEngagementIds(db, 0, testNow)).toContain(late.id)
      expect(readEngagementIds(db, kept, testNow)).toEqual(readEngagementIds(fresh, kept, testNow))
      expect(engagementsHeldFrom(db)).toBe(earlier - 90 * DAY_MS)
    })
  })

  it('stopping after every page, and answers that break, leave what an undisturbed run leaves', async () => {
    const undisturbed = freshDatabase()
    await withAccount(testNow, async (zendesk) => {
      await syncByName(syncFrom(zendesk.url, { db: undisturbed }), 'engagements')
    })
    const db = freshDatabase()
    let stops = 0
    await withAccount(testNow, async (zendesk) => {
      let asked = 0
      zendesk.setFaults(() => (++asked % 3 === 0 ? { kind: 'truncate' } : null))
      for (let isFinished = false, pagesAllowed = 1; !isFinished; pagesAllowed++) {
        const controller = new AbortController()
        const { signal } = controller
        const onPage = ({ pages }: { pages: number }) => {
          if (pages === pagesAllowed) controller.abort()
        }
        const sync = syncFrom(zendesk.url, { db, signal, onPage, rateWindowScale: 60_000 })
        await syncByName(sync, 'engagements')
        isFinished = !signal.aborted
        if (!isFinished) stops++
      }
    })

    expect(stops).toBeGreaterThan(3)
    expect(contentOf(db)).toEqual(contentOf(undisturbed))
  })

  it('history that grew too old while it waited is done with what there was, and is not claimed', async () => {
    const earlier = testNow - 120 * DAY_MS
    const db = freshDatabase()
    await withAccount(earlier, async (zendesk) => {
      const controller = new AbortController()
      const sync = syncFrom(zendesk.url, {
        db,
        clock: frozenClock(earlier),
        signal: controller.signal,
        onPage: ({ window }) => {
          if (window !== 'forward') controller.abort()
        },
      })
      await syncByName(sync, 'engagements')
    })
    await withAccount(testNow, async (zendesk) => {
      await syncByName(syncFrom(zendesk.url, { db }), 'engagements')

      const past = readCheckpoints(db).filter(
        ({ stream, window }) => stream === 'engagements' && window !== 'forward',
      )
      expect(past.every(({ done }) => done === 1)).toBe(true)
      expect(oldestAsked(zendesk)).toBeGreaterThanOrEqual(Math.floor((testNow - 90 * DAY_MS) / 1000))
      expect(readEngagementsHeld(db).at(-1)).toEqual({ from: testNow - 90 * DAY_MS, to: testNow })
      expect(engagementsHeldFrom(db)).toBe(testNow - 90 * DAY_MS)
    })
  })

  it('without omnichannel routing nothing waits for it', async () => {
    const zendesk = await startSimulator({
      world,
      clock: frozenClock(testNow),
      limits: 'off',
      features: { engagements: false },
    })
    const db = freshDatabase()

    await expect(syncByName(syncFrom(zendesk.url, { db }), 'engagements')).rejects.toThrow(
      'Zendesk refuses omnichannel engagements',
    )

    expect(readAbsentStreams(db)).toEqual(new Set(['engagements']))
    expect(engagementsHeldFrom(db)).toBe(null)
    await zendesk.close()
  })

  it('that does not know the address has none either', async () => {
    const { sync } = scripted(({ path }) => {
      if (path === '/api/v2/engagements') throw new UpstreamError('not here', 404)
      return accountAnswer(path, [brand])
    })

    await expect(syncByName(sync, 'engagements')).rejects.toThrow('not here')

    expect(readAbsentStreams(sync.db)).toEqual(new Set(['engagements']))
  })
})

type Account = Omit<Simulator, 'app'> & { url: string }

async function withAccount(now: number, work: (zendesk: Account) => Promise<void>): Promise<void> {
  const zendesk = await startSimulator({ world, clock: frozenClock(now), limits: 'off' })
  try {
    await work(zendesk)
  } finally {
    await zendesk.close()
  }
}

/** The engagement that lasted longest of those that began since then and have ended. */
function longestSince(from: number): WorldEngagement {
  const [longest] = worldEngagements(world)
    .filter((engagement) => engagement.startAt >= from && isTold(engagement, testNow))
    .sort((a, b) => b.endAt - b.startAt - (a.endAt - a.startAt))
  return longest
}

/** The earliest moment engagements were asked for, Unix seconds. */
function oldestAsked({ requests }: Account): number {
  const starts = requests
    .filter(({ path }) => path === '/api/v2/engagements')
    .map(({ query }) => Number(new URLSearchParams(query).get('start_time')))
  return Math.min(...starts)
}

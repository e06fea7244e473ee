import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { readCheckpoints } from '../../../server/store/checkpoints.ts'
import { writeAccountSettings } from '../../../server/store/settings.ts'
import { testNow } from '../../support/test-context.ts'
import { demoSettings } from '../../zendesk-sim/demo-settings.ts'
import { startSimulator } from '../../zendesk-sim/server.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { count, facts, freshDatabase, syncByName, syncEverything, syncFrom } from './sync-support.ts'

const DAY_MS = 86_400_000
const world = createSmallWorld(testNow)
let now = testNow
const clock = { now: () => now }
let zendesk: Awaited<ReturnType<typeof startSimulator>>

beforeAll(async () => {
  zendesk = await startSimulator({ world, clock, limits: 'off' })
})

afterAll(() => zendesk.close())

describe('a stream stopped between pages', () => {
  it('goes on from there, and ends with the rows of an undisturbed run', { timeout: 120_000 }, async () => {
    const undisturbed = prepared()
    await syncEverything(syncFrom(zendesk.url, { db: undisturbed, clock: frozenClock(testNow) }))
    const db = prepared()
    let stops = 0
    for (const name of ['account', 'chats', 'tickets-agent', 'tickets-ai-agent', 'survey-responses']) {
      for (let finished = false, pagesAllowed = 1; !finished; pagesAllowed++) {
        const controller = new AbortController()
        const sync = syncFrom(zendesk.url, {
          db,
          clock: frozenClock(testNow),
          signal: controller.signal,
          onPage: ({ pages }) => {
            if (pages === pagesAllowed) controller.abort()
          },
        })
        await syncByName(sync, name)
        finished = !controller.signal.aborted
        if (!finished) stops++
      }
    }
    await syncEverything(syncFrom(zendesk.url, { db, clock: frozenClock(testNow) }))

    expect(stops).toBeGreaterThan(5)
    expect(facts(db)).toEqual(facts(undisturbed))
    expect(windows(db)).toEqual(windows(undisturbed))
  })
})

describe('the first run', () => {
  it('reads the account by itself when it has to know the first day', async () => {
    const db = freshDatabase()

    await syncByName(syncFrom(zendesk.url, { db, clock: frozenClock(testNow) }), 'satisfaction-ratings')

    expect(count(db, 'brand')).toBe(world.brands.length)
  })

  it('plans the present first, then windows back to the first brand and to all that may lie before', async () => {
    const db = freshDatabase()
    const order: string[] = []
    const onPage = ({ stream, window }: { stream: string; window: string }) => {
      if (stream === 'chats') order.push(window)
    }

    await syncByName(syncFrom(zendesk.url, { db, clock: frozenClock(testNow), onPage }), 'chats')

    const planned = readCheckpoints(db).filter(({ stream }) => stream === 'chats')
    const past = planned.filter(({ window }) => window !== 'forward')
    expect(order[0]).toBe('forward')
    expect(order.slice(1)).toEqual([...order.slice(1)].sort().reverse())
    const starts = past.map(({ starts_at }) => starts_at).sort((a, b) => a - b)
    expect(starts.slice(0, 2)).toEqual([0, Math.min(...world.brands.map(({ createdAt }) => createdAt))])
    expect(past.every(({ done }) => done === 1)).toBe(true)
  })
})

describe('later runs', () => {
  it('follow what changed, and read no window of history again', { timeout: 120_000 }, async () => {
    const before = testNow - 14 * DAY_MS
    now = before
    const db = prepared()
    const readThen = syncFrom(zendesk.url, { db, clock: frozenClock(before) })
    await syncEverything(readThen)
    now = testNow
    const windowsRead: string[] = []
    const sync = syncFrom(zendesk.url, {
      db,
      clock: frozenClock(testNow),
      onPage: ({ window }) => windowsRead.push(window),
    })
    await syncEverything(sync)
    const fresh = prepared()
    await syncEverything(syncFrom(zendesk.url, { db: fresh, clock: frozenClock(testNow) }))

    expect(new Set(windowsRead)).toEqual(new Set(['forward']))
    expect(liveFacts(db)).toEqual(liveFacts(fresh))
  })
})

describe('a plan without CSAT surveys', () => {
  it('fails that stream with a sentence and leaves nothing half-written', async () => {
    const poor = await startSimulator({ world, clock, limits: 'off', features: { surveys: false } })
    const db = prepared()

    await expect(syncByName(syncFrom(poor.url, { db }), 'survey-responses')).rejects.toThrow(
      /Zendesk refuses CSAT survey responses: they need an administrator/,
    )

    expect(count(db, 'csat_answer')).toBe(0)
    await poor.close()
  })
})

describe('faults', () => {
  it('of every kind leave the same rows behind', { timeout: 120_000 }, async () => {
    const undisturbed = prepared()
    await syncEverything(syncFrom(zendesk.url, { db: undisturbed, clock: frozenClock(testNow) }))
    const kinds = [
      { kind: 'truncate' },
      { kind: 'drop' },
      { kind: 'empty' },
      { kind: 'unauthorized' },
      { kind: 'status', status: 502 },
      { kind: 'status', status: 429, headers: { 'Retry-After': '0.01' } },
      { kind: 'status', status: 503, headers: { 'Retry-After': '0.01' } },
      { kind: 'status', status: 200, body: '<html></html>' },
    ] as const
    let asked = 0
    const broken = await startSimulator({
      world,
      clock,
      limits: 'off',
      // Every third request goes wrong, each time in another way; what cannot be renewed is never refused.
      faults: ({ path }) => {
        const fault = ++asked % 3 === 0 ? kinds[(asked / 3) % kinds.length] : null
        const isFixed = /^\/(api\/v2\/chat|ai-agents)\//.test(path)
        return fault?.kind === 'unauthorized' && isFixed ? null : fault
      },
    })
    const db = prepared()

    await syncEverything(syncFrom(broken.url, { db, clock: frozenClock(testNow), rateWindowScale: 60_000 }))

    expect(facts(db)).toEqual(facts(undisturbed))
    await broken.close()
  })
})

function prepared() {
  const db = freshDatabase()
  writeAccountSettings(db, demoSettings(world), testNow)
  return db
}

/** Without what only the path to it tells: rows deleted since, and the checkpoints' own counts. */
function liveFacts(db: ReturnType<typeof freshDatabase>) {
  const columns = `c.id, c.source, c.status, c.brand_id, c.day, c.topic, c.handed_off_at, c.first_human_reply_at,
    c.first_reply_seconds, c.outcome, c.bot_involved, c.ended_at, c.reopened, c.updated_at`
  return {
    conversations: db.prepare(`select ${columns} from conversation c where deleted = 0 order by id`).all(),
    csat: db
      .prepare(
        `select a.* from csat_answer a left join conversation c on c.id = a.conversation_id
         where c.deleted is null or c.deleted = 0 order by a.id`,
      )
      .all(),
    brands: db.prepare('select id, bot_since from brand order by id').all(),
  }
}

function windows(db: ReturnType<typeof freshDatabase>) {
  return readCheckpoints(db).map(({ stream, window, cursor, complete_to, done }) => ({
    stream,
    window,
    cursor,
    complete_to,
    done,
  }))
}

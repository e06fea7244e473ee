import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { frozenClock } from '../../../server/platform/clock.ts'
import { readCheckpoints } from '../../../server/store/checkpoints.ts'
import type { Database } from '../../../server/store/database.ts'
import { contentOf } from '../../support/database-content.ts'
import { testNow } from '../../support/test-context.ts'
import { accountAnswer, scripted } from './scripted-client.ts'
import { count, syncByName } from './sync-support.ts'

const DAY_MS = 86_400_000
const brand = { id: 1, name: 'A', default: true, created_at: '2026-01-01T00:00:00Z' }
const recorded: unknown = JSON.parse(
  readFileSync(new URL('./recorded/engagements.json', import.meta.url), 'utf8'),
)
const one = {
  engagement_id: 'A1',
  ticket_id: 93644,
  agent_id: '7662138963837',
  engagement_start_time: '2026-11-10T00:00:00',
  engagement_end_time: '2026-11-10T00:10:00',
}
const empty = { agent_engagement_data: [], has_more: false, next_page_url: null, page_size: 0 }

describe('a recorded answer', () => {
  it('is understood, zeros of engagements without a reply included', async () => {
    const { sync } = scripted(
      ({ path, query }) => {
        if (path !== '/api/v2/engagements') return accountAnswer(path, [brand])
        return query?.engagement_id_cursor === undefined ? recorded : empty
      },
      { clock: frozenClock(Date.parse('2025-04-01T00:00:00Z')) },
    )

    const result = await syncByName(sync, 'engagements')

    expect(result.quarantined).toBe(0)
    expect(sync.db.prepare('select * from engagement order by id').all()[0]).toEqual({
      id: '8C214E670426E57B47F939E4A4086EFB',
      ticket_id: 93644,
      agent_id: 7662138963837,
      group_id: 7662118909309,
      channel: 'messaging',
      start_reason: 'assigned',
      end_reason: 'unknown remove',
      ticket_status_start: 'open',
      ticket_status_end: 'solved',
      raw_words:
        '{"channel":"MESSAGING","start_reason":"Assigned","end_reason":"Unknown Remove","ticket_status_start":"OPEN","ticket_status_end":"SOLVED"}',
      started_at: Date.parse('2025-03-31T00:01:57Z'),
      ended_at: Date.parse('2025-03-31T00:03:34Z'),
      offer_seconds: 3,
      first_reply_seconds: null,
      average_wait_seconds: 97,
      longest_wait_seconds: 97,
      total_wait_seconds: 97,
      agent_messages: 0,
      agent_replies: 0,
      customer_messages: 0,
    })
    expect(JSON.stringify(contentOf(sync.db))).not.toContain('8602472027133')
  })
})

describe('an engagement', () => {
  it('may have ids as text, words in any form and few fields', async () => {
    const db = await readOne({
      ...one,
      channel: 'Support',
      engagement_end_reason: 'MANUAL_REASSIGNMENT',
      agent_replies_count: '2',
      assignment_to_first_reply_time_seconds: 0,
      invented_field: true,
    })

    expect(
      db
        .prepare(
          'select agent_id, group_id, channel, end_reason, first_reply_seconds, agent_replies from engagement',
        )
        .all(),
    ).toEqual([
      {
        agent_id: 7662138963837,
        group_id: null,
        channel: 'support',
        end_reason: 'manual reassignment',
        first_reply_seconds: 0,
        agent_replies: 2,
      },
    ])
  })

  it('of which Zendesk does not say how often was replied has no reply at once', async () => {
    const db = await readOne({ ...one, assignment_to_first_reply_time_seconds: 0 })

    expect(db.prepare('select first_reply_seconds from engagement').pluck().get()).toBe(null)
  })

  it('keeps a zone that is said', async () => {
    const db = await readOne({ ...one, engagement_start_time: '2026-11-10T09:00:00+09:00' })

    expect(db.prepare('select started_at from engagement').pluck().get()).toBe(
      Date.parse('2026-11-10T00:00:00Z'),
    )
  })

  it('that cannot be understood is put aside by its own id', async () => {
    const db = await readOne({ ...one, engagement_start_time: 'yesterday' })

    expect(count(db, 'engagement')).toBe(0)
    expect(db.prepare('select stream, id, path, reason, sample from quarantine').all()).toEqual([
      {
        stream: 'engagements',
        id: 'A1',
        path: 'engagement_start_time',
        reason: 'is not an instant',
        sample: 'text of 9',
      },
    ])
  })
})

describe('pages', () => {
  it('of another host are asked for at the configured one, with the query alone', async () => {
    const { sync, requests } = scripted(({ path, query }) => {
      if (path !== '/api/v2/engagements') return accountAnswer(path, [brand])
      if (query?.engagement_id_cursor === 'A1')
        return { ...empty, agent_engagement_data: [{ ...one, engagement_id: 'B2' }] }
      return {
        agent_engagement_data: [one],
        has_more: true,
        next_page_url:
          'https://elsewhere.example/api/v2/engagements?start_time_cursor=1762732800&engagement_id_cursor=A1&page_size=10',
        page_size: 1,
      }
    })

    await syncByName(sync, 'engagements')

    const asked = requests.filter(({ path }) => path.includes('engagements'))
    const start = Math.floor((testNow - 15 * DAY_MS) / 1000)
    expect(asked.slice(0, 2)).toMatchObject([
      { path: '/api/v2/engagements', query: { start_time: String(start), page_size: '100' } },
      {
        path: '/api/v2/engagements',
        query: {
          start_time: String(start),
          start_time_cursor: '1762732800',
          engagement_id_cursor: 'A1',
          page_size: '10',
        },
      },
    ])
    expect(JSON.stringify(asked)).not.toContain('elsewhere')
    expect(count(sync.db, 'engagement')).toBe(2)
  })

  it('that lead to themselves end the stretch where nothing says that more follows', async () => {
    const { sync, requests } = scripted(({ path, query }) =>
      path === '/api/v2/engagements' ? leadingToItself(query) : accountAnswer(path, [brand]),
    )

    await syncByName(sync, 'engagements')

    const stretches = readCheckpoints(sync.db).filter(({ stream }) => stream === 'engagements').length
    expect(requests.filter(({ path }) => path.includes('engagements'))).toHaveLength(2 * stretches)
  })

  it.each([
    ['lead to themselves', leadingToItself],
    ['name no next one', () => ({ agent_engagement_data: [one] })],
  ])('that %s although more follows are no end: nothing is taken for read', async (_what, answer) => {
    const { sync } = scripted(({ path, query }) =>
      path === '/api/v2/engagements' ? { ...answer(query), has_more: true } : accountAnswer(path, [brand]),
    )

    await expect(syncByName(sync, 'engagements')).rejects.toThrow(/names the same page/)

    expect(count(sync.db, 'engagement_held')).toBe(0)
    const windows = readCheckpoints(sync.db).filter(({ stream }) => stream === 'engagements')
    const forward = windows.find(({ window }) => window === 'forward')
    expect(forward).toMatchObject({ complete_to: null })
  })

  it('that came twice are asked for again, and nothing is left out', async () => {
    let asked = 0
    const pageOf = (id: string, next: string | null) => ({
      agent_engagement_data: [{ ...one, engagement_id: id }],
      has_more: next !== null,
      next_page_url: next && `https://elsewhere.example/?engagement_id_cursor=${next}`,
    })
    const { sync } = scripted(({ path, query }) => {
      if (path !== '/api/v2/engagements') return accountAnswer(path, [brand])
      const cursor = query?.engagement_id_cursor
      if (cursor === undefined) return pageOf('A', 'A')
      if (cursor === 'A') return ++asked === 1 ? pageOf('A', 'A') : pageOf('B', 'B')
      return pageOf('C', null)
    })

    await syncByName(sync, 'engagements')

    expect(count(sync.db, 'engagement')).toBe(3)
  })

  it('without the word has_more end where no next one is named', async () => {
    const { sync } = scripted(({ path }) =>
      path === '/api/v2/engagements' ? { agent_engagement_data: [one] } : accountAnswer(path, [brand]),
    )

    await syncByName(sync, 'engagements')

    expect(count(sync.db, 'engagement')).toBe(1)
  })
})

function leadingToItself(query: Readonly<Record<string, string | number>> | undefined) {
  const next = new URLSearchParams({ ...(query as Record<string, string>), engagement_id_cursor: 'A1' })
  return { agent_engagement_data: [one], next_page_url: `https://elsewhere.example/?${next.toString()}` }
}

async function readOne(record: unknown): Promise<Database> {
  const { sync } = scripted(({ path }) =>
    path === '/api/v2/engagements'
      ? { ...empty, agent_engagement_data: [record] }
      : accountAnswer(path, [brand]),
  )
  await syncByName(sync, 'engagements')
  return sync.db
}

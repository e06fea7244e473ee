import { beforeEach, describe, expect, it } from 'vitest'
import { compareCounts } from '../../server/metrics/reconciliation.ts'
import { recordApiBudgets } from '../../server/store/api-budgets.ts'
import { recordPace } from '../../server/store/backfill-rate.ts'
import type { Database } from '../../server/store/database.ts'
import { finishJobRequest, requestJob } from '../../server/store/job-requests.ts'
import { startJobRun } from '../../server/store/job-runs.ts'
import { storePermissionChecks } from '../../server/store/permission-checks.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import { saveCheck, WHOLE_ACCOUNT } from '../../server/store/reconciliation.ts'
import { testNow } from '../support/test-context.ts'
import { HANEUL, MIRAE, smallAccount } from './account.ts'
import { healthFor, walkHistory } from './health-of-account.ts'

const DAY_MS = 86_400_000

let account: ReturnType<typeof smallAccount>
beforeEach(() => {
  account = smallAccount()
})

describe('the data health', () => {
  it('tells the time left from the pace of the last minutes, and of a stream at rest nothing', async () => {
    const { db } = account.ctx
    walkHistory(db, 'chats', 0.4)
    walkHistory(db, 'tickets-agent', 0.4)
    for (const [minutesAgo, remaining, rows] of [
      [3, 0.8, 0],
      [1, 0.6, 4000],
    ])
      recordPace(db, {
        stream: 'chats',
        at: testNow - minutesAgo * 60_000,
        stretch: testNow - 180_000,
        remaining,
        rows,
      })

    expect((await healthFor(account, 'admin@example.com')).streams[1]).toMatchObject({
      rowsPerMinute: null,
      secondsLeft: null,
    })
    startJobRun(db, 'sync-all', testNow - 180_000)
    const { streams } = await healthFor(account, 'admin@example.com')

    expect(streams[1]).toMatchObject({ state: 'running', rowsPerMinute: 2000, secondsLeft: 360 })
    expect(streams[2]).toMatchObject({ state: 'running', rowsPerMinute: null, secondsLeft: null })
  })

  it('shows the API budgets as they stand now', async () => {
    const { db } = account.ctx
    const seen = { per_minute: 200, remaining: 50, paused_until: null, requests: 30, refused: 1 }
    recordApiBudgets(db, [{ ...seen, bucket: 'account', resets_at: testNow + 20_000 }], testNow - 1000)
    recordApiBudgets(db, [{ ...seen, bucket: 'account', resets_at: testNow + 20_000 }], testNow)
    recordApiBudgets(db, [{ ...seen, bucket: 'chat', resets_at: testNow - 1 }], testNow - DAY_MS)

    expect((await healthFor(account, 'admin@example.com')).budgets).toEqual([
      {
        bucket: 'account',
        perMinute: 200,
        remaining: 50,
        usedShare: 0.75,
        pausedUntil: null,
        requestsToday: 30,
        refusedToday: 1,
        seenAt: '2026-11-16T00:00:00.000Z',
      },
      {
        bucket: 'chat',
        perMinute: 200,
        remaining: 200,
        usedShare: 0,
        pausedUntil: null,
        requestsToday: 0,
        refusedToday: 0,
        seenAt: '2026-11-15T00:00:00.000Z',
      },
    ])
  })

  it('says in both languages what Zendesk lets be read', async () => {
    storePermissionChecks(account.ctx.db, [
      { subject: 'chats', state: 'refused', code: 'chats_403', detail: 'Forbidden', checked_at: testNow },
    ])

    const { permissions } = await healthFor(account, 'admin@example.com')

    expect(permissions).toMatchObject([
      { subject: 'chats', state: 'refused', detail: 'Forbidden', checkedAt: '2026-11-16T00:00:00.000Z' },
    ])
    expect(permissions[0].sentence.en).toMatch(/^Zendesk Chat refuses the chat history/)
    expect(permissions[0].sentence.ko).toMatch(/^Zendesk Chat이 채팅 기록 조회를 거부합니다/)
  })

  it('gives each visible brand its calendar, and the whole account’s to those who see all of it', async () => {
    const { db } = account.ctx
    check(db, { kind: 'tickets', brandId: HANEUL, day: '2026-11-10' }, 100, 60)
    check(db, { kind: 'tickets', brandId: HANEUL, day: '2026-11-11' }, 100, 100)
    check(db, { kind: 'tickets', brandId: MIRAE, day: '2026-11-11' }, 50, 50)
    check(db, { kind: 'chats', brandId: WHOLE_ACCOUNT, day: '2026-11-11' }, 300, 300)

    const all = (await healthFor(account, 'manager@example.com')).reconciliation
    const limited = (await healthFor(account, 'viewer@example.com')).reconciliation

    expect(all.map(({ brand }) => brand?.name ?? null)).toEqual([null, 'Haneul', 'Mirae'])
    expect(limited).toHaveLength(1)
    expect(limited[0]).toMatchObject({
      brand: { id: HANEUL, name: 'Haneul' },
      from: '2026-05-25',
      mismatches: [
        { day: '2026-11-10', kind: 'tickets', theirs: 100, ours: 60, explained: 0, unexplained: 40 },
      ],
    })
    expect(limited[0].days).toHaveLength(176)
    expect(limited[0].days.slice(-7)).toBe('rg-----')
  })

  it('names what differs however long ago, for figures reach back further than the calendar', async () => {
    check(account.ctx.db, { kind: 'tickets', brandId: HANEUL, day: '2025-12-01' }, 90, 70)

    const [calendar] = (await healthFor(account, 'viewer@example.com')).reconciliation

    expect(calendar.brand?.id).toBe(HANEUL)
    expect(calendar.days).toMatch(/^-+$/)
    expect(calendar.mismatches).toMatchObject([{ day: '2025-12-01', unexplained: 20 }])
  })

  it('follows what people asked for from its place in the line to its end', async () => {
    const { db } = account.ctx
    const first = requestJob(db, { name: 'sync-chats', options: {}, requestedBy: 'a@b', now: testNow - 3000 })
    requestJob(db, { name: 'backup', options: {}, requestedBy: 'a@b', now: testNow - 2000 })
    const states = async () =>
      (await healthFor(account, 'admin@example.com')).requests.map(({ name, state }) => [name, state])

    expect(await states()).toEqual([
      ['backup', 'queued'],
      ['sync-chats', 'queued'],
    ])
    startJobRun(db, 'sync-chats', testNow - 1000)
    expect(await states()).toEqual([
      ['backup', 'queued'],
      ['sync-chats', 'running'],
    ])
    finishJobRequest(db, first, { outcome: 'ok', message: null, summary: null, now: testNow })
    expect(await states()).toEqual([
      ['backup', 'queued'],
      ['sync-chats', 'ok'],
    ])
  })
})

function check(
  db: Database,
  slice: Pick<Slice, 'kind' | 'brandId' | 'day'>,
  theirs: number,
  present: number,
): void {
  const tally = compareCounts(theirs, { present, deleted: 0 })
  saveCheck(db, { ...slice, channel: '', scope: '', days: 1 }, tally, testNow)
}

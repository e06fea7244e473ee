import { beforeEach, describe, expect, it } from 'vitest'
import { dataHealthAnswerSchema } from '../../server/http/data-health/schema.ts'
import { compareCounts } from '../../server/metrics/reconciliation.ts'
import { recordApiBudgets } from '../../server/store/api-budgets.ts'
import { recordPace } from '../../server/store/backfill-rate.ts'
import { markAbsent } from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { finishJobRequest, requestJob } from '../../server/store/job-requests.ts'
import type { StreamFailure } from '../../server/store/job-runs.ts'
import { finishJobRun, startJobRun } from '../../server/store/job-runs.ts'
import { storePermissionChecks } from '../../server/store/permission-checks.ts'
import type { Slice } from '../../server/store/reconciliation.ts'
import { saveCheck, WHOLE_ACCOUNT } from '../../server/store/reconciliation.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { testNow } from '../support/test-context.ts'
import { HANEUL, MIRAE, smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
const completeTo = testNow - 5 * 60_000

let account: ReturnType<typeof smallAccount>
beforeEach(() => {
  account = smallAccount()
})

describe('GET /data-health', () => {
  it('knows of nothing before the first sync', async () => {
    const answer = await healthFor('admin@example.com')

    expect(answer).toMatchObject({
      asOf: '2026-11-16T00:00:00.000Z',
      dataCompleteTo: null,
      progress: 0,
      historyComplete: false,
      quarantine: [],
      budgets: [],
      permissions: [],
      reconciliation: [],
      details: [],
      unmappedConversations: 0,
      jobs: [],
      requests: [],
    })
    expect(answer.streams.map(({ stream, state }) => `${stream} ${state}`)).toEqual([
      'account waiting',
      'chats waiting',
      'tickets-agent waiting',
      'tickets-ai-agent waiting',
      'satisfaction-ratings waiting',
      'survey-responses waiting',
      'engagements waiting',
      'bot-conversations waiting',
      'ticket-details waiting',
    ])
  })

  it('tells how much of the history has arrived, over all streams that carry one', async () => {
    walkHistory(account.ctx.db, 'chats', 1)
    walkHistory(account.ctx.db, 'tickets-agent', 0.5)

    const answer = await healthFor('admin@example.com')

    expect(answer.progress).toBeCloseTo(0.3, 10)
    expect(answer.historyComplete).toBe(false)
    expect(answer.dataCompleteTo).toBeNull()
    expect(answer.streams[1]).toMatchObject({
      stream: 'chats',
      progress: 1,
      rows: 120,
      completeTo: '2026-11-15T23:55:00.000Z',
    })
  })

  it('is complete to the moment of the oldest stream once all have got there', async () => {
    for (const stream of historyStreams) walkHistory(account.ctx.db, stream, 1)
    statement(
      account.ctx.db,
      "update checkpoint set complete_to = :earlier where stream = 'survey-responses' and window = 'forward'",
    ).run({ earlier: completeTo - HOUR_MS })

    const answer = await healthFor('viewer@example.com')

    expect(answer).toMatchObject({
      dataCompleteTo: '2026-11-15T22:55:00.000Z',
      progress: 1,
      historyComplete: true,
    })
  })

  it('tells of each stream when it last went well and, in both languages, what is wrong with it now', async () => {
    const { db } = account.ctx
    for (const stream of historyStreams) walkHistory(db, stream, 1)
    run(db, 'sync-all', testNow - 2 * HOUR_MS, 'ok')
    run(db, 'sync-all', testNow - HOUR_MS, 'failed', 'chats: refused\nsurvey-responses: broken', [
      {
        stream: 'chats',
        code: 'chats_403',
        detail: 'no scope',
        message: 'Zendesk Chat refuses the chat history',
      },
      { stream: 'survey-responses', code: null, detail: null, message: 'broken' },
    ])

    const { streams, jobs } = await healthFor('manager@example.com')

    expect(
      streams
        .filter(({ error }) => error !== null)
        .map(({ stream, state, lastSuccessAt }) => [stream, state, lastSuccessAt]),
    ).toEqual([
      ['chats', 'failed', '2026-11-15T22:01:00.000Z'],
      ['survey-responses', 'failed', '2026-11-15T22:01:00.000Z'],
    ])
    expect(streams[1].error?.en).toBe('Zendesk Chat refuses the chat history')
    expect(streams[1].error?.ko).toMatch(
      /^Zendesk Chat이 채팅 기록 조회를 거부합니다.*\(Zendesk: no scope\)$/,
    )
    expect(streams[5].error).toEqual({ en: 'broken', ko: 'broken' })
    expect(streams[0]).toMatchObject({ state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null })
    expect(jobs[0].message?.en).toBe('Zendesk Chat refuses the chat history\nbroken')
  })

  it('tells a source the account lacks from one that is not connected; neither is a failure', async () => {
    const { db } = account.ctx
    markAbsent(db, 'engagements')
    run(db, 'sync-all', testNow - HOUR_MS, 'failed', 'chats: missing', [
      { stream: 'chats', code: 'chats_not_configured', detail: null, message: 'missing' },
    ])

    const { streams } = await healthFor('admin@example.com')

    expect(streams[1]).toMatchObject({ stream: 'chats', state: 'not_configured', error: null })
    expect(streams[6]).toMatchObject({ stream: 'engagements', state: 'absent', error: null, progress: 1 })
  })

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

    expect((await healthFor('admin@example.com')).streams[1]).toMatchObject({
      rowsPerMinute: null,
      secondsLeft: null,
    })
    startJobRun(db, 'sync-all', testNow - 180_000)
    const { streams } = await healthFor('admin@example.com')

    expect(streams[1]).toMatchObject({ state: 'running', rowsPerMinute: 2000, secondsLeft: 360 })
    expect(streams[2]).toMatchObject({ state: 'running', rowsPerMinute: null, secondsLeft: null })
  })

  it('shows the API budgets as they stand now', async () => {
    const { db } = account.ctx
    const seen = { per_minute: 200, remaining: 50, paused_until: null, requests: 30, refused: 1 }
    recordApiBudgets(db, [{ ...seen, bucket: 'account', resets_at: testNow + 20_000 }], testNow - 1000)
    recordApiBudgets(db, [{ ...seen, bucket: 'account', resets_at: testNow + 20_000 }], testNow)
    recordApiBudgets(db, [{ ...seen, bucket: 'chat', resets_at: testNow - 1 }], testNow - DAY_MS)

    expect((await healthFor('admin@example.com')).budgets).toEqual([
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

    const { permissions } = await healthFor('admin@example.com')

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

    const all = (await healthFor('manager@example.com')).reconciliation
    const limited = (await healthFor('viewer@example.com')).reconciliation

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

  it('follows what people asked for from its place in the line to its end', async () => {
    const { db } = account.ctx
    const first = requestJob(db, { name: 'sync-chats', options: {}, requestedBy: 'a@b', now: testNow - 3000 })
    requestJob(db, { name: 'backup', options: {}, requestedBy: 'a@b', now: testNow - 2000 })
    const states = async () =>
      (await healthFor('admin@example.com')).requests.map(({ name, state }) => [name, state])

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

  it('shows a failure of the whole run at every stream, and a later good run of one takes it away there', async () => {
    const { db } = account.ctx
    run(db, 'sync-all', testNow - 2 * HOUR_MS, 'failed', 'the credentials were refused')
    run(db, 'sync-chats', testNow - HOUR_MS, 'ok')

    const { streams } = await healthFor('admin@example.com')

    expect(streams[0]).toMatchObject({
      stream: 'account',
      state: 'failed',
      error: { en: 'the credentials were refused', ko: 'the credentials were refused' },
    })
    expect(streams[1]).toMatchObject({ stream: 'chats', state: 'ok', error: null })
  })

  it('shows a stream at work as running', async () => {
    walkHistory(account.ctx.db, 'chats', 0.2)
    startJobRun(account.ctx.db, 'sync-all', testNow - 1000)

    const { streams, jobs } = await healthFor('admin@example.com')

    expect(streams[1].state).toBe('running')
    expect(streams[2].state).toBe('waiting')
    expect(jobs).toEqual([
      {
        name: 'sync-all',
        startedAt: '2026-11-15T23:59:59.000Z',
        endedAt: null,
        outcome: 'running',
        message: null,
      },
    ])
  })

  it('gives the latest run of each job only', async () => {
    const { db } = account.ctx
    run(db, 'backup', testNow - 2 * HOUR_MS, 'failed', 'the disk is full; make room')
    run(db, 'compare', testNow - 2 * HOUR_MS, 'failed', 'broken')
    run(db, 'compare', testNow - HOUR_MS, 'ok')

    const { jobs } = await healthFor('admin@example.com')

    expect(jobs.map(({ name, outcome, message }) => [name, outcome, message])).toEqual([
      ['backup', 'failed', { en: 'the disk is full; make room', ko: 'the disk is full; make room' }],
      ['compare', 'ok', null],
    ])
  })

  it('counts rows put aside and conversations without a brand', async () => {
    const { db } = account.ctx
    for (const [stream, id, reason] of [
      ['chats', 'a', 'not a date'],
      ['chats', 'b', 'not a date'],
      ['tickets-agent', 'c', 'id is missing'],
    ])
      statement(
        db,
        `insert into quarantine (stream, id, path, reason, sample, first_seen_at)
         values (:stream, :id, 'path', :reason, null, 0)`,
      ).run({ stream, id, reason })
    insertConversation(db, { id: 'chat:1', brand_id: null, brand_source: 'unmapped' })
    insertConversation(db, { id: 'chat:2' })
    insertConversation(db, { id: 'chat:3', brand_id: null, brand_source: 'unmapped', deleted: 1 })

    const answer = await healthFor('admin@example.com')

    expect(answer.quarantine).toEqual([
      {
        stream: 'chats',
        path: 'path',
        reason: 'not a date',
        count: 2,
        firstSeenAt: '1970-01-01T00:00:00.000Z',
        exampleId: 'a',
      },
      {
        stream: 'tickets-agent',
        path: 'path',
        reason: 'id is missing',
        count: 1,
        firstSeenAt: '1970-01-01T00:00:00.000Z',
        exampleId: 'c',
      },
    ])
    expect(answer.streams[1].putAside).toBe(2)
    expect(answer.unmappedConversations).toBe(1)
  })

  it.each(['viewer@example.com', 'limited@example.com'])(
    'tells %s how fresh the data is and nothing of the whole account',
    async (email) => {
      const { db } = account.ctx
      for (const stream of historyStreams) walkHistory(db, stream, 1)
      run(db, 'sync-all', testNow - HOUR_MS, 'failed', 'chats: refused')
      insertConversation(db, { id: 'chat:1', brand_id: null, brand_source: 'unmapped' })

      expect(await healthFor(email)).toEqual({
        asOf: '2026-11-16T00:00:00.000Z',
        dataCompleteTo: '2026-11-15T23:55:00.000Z',
        progress: 1,
        historyComplete: true,
        streams: [],
        quarantine: [],
        budgets: [],
        permissions: [],
        reconciliation: [],
        details: [],
        unmappedConversations: null,
        jobs: [],
        requests: [],
      })
    },
  )
})

const historyStreams = [
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
]

async function healthFor(email: string) {
  const { status, body } = await (await signInAs(account.app, email)).get('/api/v1/data-health')
  expect(status).toBe(200)
  return dataHealthAnswerSchema.parse(body)
}

/** A forward window that reached now, and ten days of history of which a share has been read. */
function walkHistory(db: Database, stream: string, share: number): void {
  const insert = statement(
    db,
    `insert into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, '', :window, :startsAt, :endsAt, null, :completeTo, :done, :rows)`,
  )
  insert.run({ stream, window: 'forward', startsAt: testNow, endsAt: null, completeTo, done: 0, rows: 20 })
  insert.run({
    stream,
    window: '2026-11-06',
    startsAt: testNow - 10 * DAY_MS,
    endsAt: testNow,
    completeTo: testNow - 10 * DAY_MS + share * 10 * DAY_MS,
    done: share === 1 ? 1 : 0,
    rows: 100,
  })
}

/** A run that took a minute. */
function run(
  db: Database,
  name: string,
  startedAt: number,
  outcome: 'ok' | 'failed',
  message?: string,
  failures: readonly StreamFailure[] | null = null,
): void {
  const id = startJobRun(db, name, startedAt)
  finishJobRun(db, id, {
    outcome,
    message: message ?? null,
    summary: null,
    failures,
    now: startedAt + 60_000,
  })
}

function check(
  db: Database,
  slice: Pick<Slice, 'kind' | 'brandId' | 'day'>,
  theirs: number,
  present: number,
): void {
  const tally = compareCounts(theirs, { present, deleted: 0 })
  saveCheck(db, { ...slice, channel: '', scope: '', days: 1 }, tally, testNow)
}

import { beforeEach, describe, expect, it } from 'vitest'
import { markAbsent } from '../../server/store/checkpoints.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import type { StreamFailure } from '../../server/store/job-runs.ts'
import { finishJobRun, startJobRun } from '../../server/store/job-runs.ts'
import { storePassedOverTickets } from '../../server/store/passed-over-tickets.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
import { completeTo, healthFor, walkHistory } from './health-of-account.ts'

const HOUR_MS = 3_600_000

let account: ReturnType<typeof smallAccount>
beforeEach(() => {
  account = smallAccount()
})

describe('GET /data-health', () => {
  it('knows of nothing before the first sync', async () => {
    const answer = await healthFor(account, 'admin@example.com')

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
      gaps: [],
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

    const answer = await healthFor(account, 'admin@example.com')

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

    const answer = await healthFor(account, 'viewer@example.com')

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

    const { streams, jobs } = await healthFor(account, 'manager@example.com')

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

    const { streams } = await healthFor(account, 'admin@example.com')

    expect(streams[1]).toMatchObject({ stream: 'chats', state: 'not_configured', error: null })
    expect(streams[6]).toMatchObject({ stream: 'engagements', state: 'absent', error: null, progress: 1 })
  })

  it('shows a failure of the whole run at every stream, and a later good run of one takes it away there', async () => {
    const { db } = account.ctx
    run(db, 'sync-all', testNow - 2 * HOUR_MS, 'failed', 'the credentials were refused')
    run(db, 'sync-chats', testNow - HOUR_MS, 'ok')

    const { streams } = await healthFor(account, 'admin@example.com')

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

    const { streams, jobs } = await healthFor(account, 'admin@example.com')

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

    const { jobs } = await healthFor(account, 'admin@example.com')

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

    const answer = await healthFor(account, 'admin@example.com')

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
      storePassedOverTickets(db, [{ ticket_id: 1, channel: 'whatsapp', started_at: testNow }])

      expect(await healthFor(account, email)).toEqual({
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
        gaps: [],
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

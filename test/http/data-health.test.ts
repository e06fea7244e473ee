import { beforeEach, describe, expect, it } from 'vitest'
import { dataHealthAnswerSchema } from '../../server/http/answer-schemas.ts'
import type { Database } from '../../server/store/database.ts'
import { statement } from '../../server/store/database.ts'
import { finishJobRun, startJobRun } from '../../server/store/job-runs.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { testNow } from '../support/test-context.ts'
import { smallAccount } from './account.ts'
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
      unmappedConversations: 0,
      jobs: [],
    })
    expect(answer.streams.map(({ stream, state }) => `${stream} ${state}`)).toEqual([
      'account waiting',
      'chats waiting',
      'tickets-agent waiting',
      'tickets-ai-agent waiting',
      'satisfaction-ratings waiting',
      'survey-responses waiting',
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

  it('tells of each stream when it last went well and what is wrong with it now', async () => {
    const { db } = account.ctx
    for (const stream of historyStreams) walkHistory(db, stream, 1)
    run(db, 'sync-all', testNow - 2 * HOUR_MS, 'ok')
    run(
      db,
      'sync-all',
      testNow - HOUR_MS,
      'failed',
      'chats: Zendesk answered 403.\nGive the token the right to read chats.\nsurvey-responses: not in the plan',
    )

    const { streams } = await healthFor('manager@example.com')

    expect(
      streams.map(({ stream, state, lastSuccessAt, error }) => ({ stream, state, lastSuccessAt, error })),
    ).toEqual([
      { stream: 'account', state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null },
      {
        stream: 'chats',
        state: 'failed',
        lastSuccessAt: '2026-11-15T22:01:00.000Z',
        error: 'Zendesk answered 403.\nGive the token the right to read chats.',
      },
      { stream: 'tickets-agent', state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null },
      { stream: 'tickets-ai-agent', state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null },
      { stream: 'satisfaction-ratings', state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null },
      {
        stream: 'survey-responses',
        state: 'failed',
        lastSuccessAt: '2026-11-15T22:01:00.000Z',
        error: 'not in the plan',
      },
      { stream: 'ticket-details', state: 'ok', lastSuccessAt: '2026-11-15T23:01:00.000Z', error: null },
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
      error: 'the credentials were refused',
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
      ['backup', 'failed', 'the disk is full; make room'],
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
      { stream: 'chats', reason: 'not a date', count: 2 },
      { stream: 'tickets-agent', reason: 'id is missing', count: 1 },
    ])
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
        unmappedConversations: null,
        jobs: [],
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
): void {
  const id = startJobRun(db, name, startedAt)
  finishJobRun(db, id, { outcome, message: message ?? null, summary: null, now: startedAt + 60_000 })
}

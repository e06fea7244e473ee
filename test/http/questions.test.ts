import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterEach, describe, expect, it } from 'vitest'
import { compareBrands } from '../support/compare-brands.ts'
import type { Thread } from '../../server/platform/thread.ts'
import { createThread } from '../../server/platform/thread.ts'
import { createQuestionThread } from '../../server/question-thread.ts'
import { openDatabase, statement } from '../../server/store/database.ts'
import { writeSetting } from '../../server/store/settings.ts'
import { testNow } from '../support/test-context.ts'
import { HANEUL, MIRAE, smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

const QUESTION = '/api/v1/comparisons?metric=csat&language=ko'
const nothing = { comparisons: [], pooled: [], controls: [] }
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

describe('a question beside the report', () => {
  it('is worked out in a thread from the same database, with the same answer', async () => {
    const { ctx, app } = accountInFile((file) => createQuestionThread(file))
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.get('/api/v1/comparisons?language=ko&metric=csat,demand')

    expect(status).toBe(200)
    expect(body.comparisons).toEqual(
      compareBrands(ctx.db, {
        brandIds: 'all',
        metrics: ['csat', 'demand'],
        filter: { languages: ['ko'] },
        now: testNow,
      }),
    )
    expect(body.comparisons).toHaveLength(6)
  })

  it('keeps nobody waiting who asks something else', async () => {
    const { thread, open } = heldThread()
    const { app } = accountInFile(() => thread)
    const admin = await signInAs(app, 'admin@example.com')

    const asked = admin.get(QUESTION).then(({ status }) => status)
    const health = await request(app).get('/healthz')

    expect(health.body).toEqual({ status: 'ok' })
    open()
    expect(await asked).toBe(200)
  })

  it('is refused when too many wait, and says when to come back', async () => {
    const { thread, open } = heldThread({ mostWaiting: 1 })
    const { app } = accountInFile(() => thread)
    const admin = await signInAs(app, 'admin@example.com')

    const asked = ['ko', 'en', 'ja'].map((language) =>
      admin.get(`/api/v1/comparisons?metric=csat&language=${language}`),
    )
    const refused = await Promise.race(asked)
    open()
    const statuses = (await Promise.all(asked)).map(({ status }) => status)

    expect(refused.status).toBe(503)
    expect(refused.get('Retry-After')).toBe('10')
    expect(refused.body).toEqual({
      type: 'urn:cutover:problem:busy',
      title: 'Service Unavailable',
      status: 503,
      detail: 'Many questions are being worked out; ask again in a moment.',
      code: 'busy',
    })
    expect(statuses.sort()).toEqual([200, 200, 503])
  })

  it('that takes too long is given up, and says what to ask instead', async () => {
    const { thread } = heldThread({ timeLimitMs: 100 })
    const { app } = accountInFile(() => thread)
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body, headers } = await admin.get(QUESTION)

    expect(status).toBe(503)
    expect(headers['retry-after']).toBe('10')
    expect(body.code).toBe('question_too_large')
    expect(body.detail).toMatch(/fewer brands or metrics/)
  })

  it('asked by several people at once is worked out once', async () => {
    const { thread, open, asked } = heldThread()
    const { app } = accountInFile(() => thread)
    const [admin, manager] = [
      await signInAs(app, 'admin@example.com'),
      await signInAs(app, 'manager@example.com'),
    ]

    const both = Promise.all([admin.get(QUESTION), manager.get(QUESTION)])
    await until(() => asked.length > 0)
    open()
    const [one, other] = await both

    expect(one.body).toEqual(other.body)
    expect(asked).toHaveLength(1)
  })
})

describe('the answer to a question', () => {
  it('is kept with its moment, and given again', async () => {
    const { app, asked } = countedAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const first = await admin.get(QUESTION)
    await admin.get('/api/v1/comparisons?metric=csat&language=en')
    const again = await admin.get(QUESTION)

    expect(again.body).toEqual(first.body)
    expect(asked).toHaveLength(2)
  })

  it.each<[string, (db: ReturnType<typeof openDatabase>) => void]>([
    [
      'a job',
      (db) =>
        statement(
          db,
          "insert into job_run (name, started_at, ended_at, outcome) values ('sync-all', 1, 2, 'ok')",
        ).run(),
    ],
    ['the settings', (db) => writeSetting(db, 'account', JSON.stringify({ zone: 'Asia/Tokyo' }), testNow)],
    ['a cutover', (db) => statement(db, "update brand_cutover set went_live_on = '2026-04-27'").run()],
    ['the grid', (db) => writeSetting(db, 'grid', '{"dataVersion":"2"}', testNow)],
  ])('is worked out anew after %s', async (_what, change) => {
    const { ctx, app, asked } = countedAccount()
    const admin = await signInAs(app, 'admin@example.com')

    await admin.get(QUESTION)
    change(ctx.db)
    await admin.get(QUESTION)

    expect(asked).toHaveLength(2)
  })

  it('is not given to a person who sees other brands', async () => {
    const { app, asked } = countedAccount()
    const [admin, viewer] = [
      await signInAs(app, 'admin@example.com'),
      await signInAs(app, 'viewer@example.com'),
    ]

    await admin.get(`${QUESTION}&brand=${HANEUL}`)
    await viewer.get(QUESTION)

    expect(asked).toMatchObject([{ question: { brandIds: [HANEUL] } }, { question: { brandIds: [HANEUL] } }])
  })

  it('that could not be found is looked for again', async () => {
    let isBroken = true
    const { app } = accountInFile(() => ({
      ask: () => (isBroken ? Promise.reject(new Error('the disk is full')) : Promise.resolve(nothing)),
      close: () => Promise.resolve(),
    }))
    const admin = await signInAs(app, 'admin@example.com')

    const first = await admin.get(QUESTION)
    isBroken = false
    const second = await admin.get(QUESTION)

    expect([first.status, second.status]).toEqual([500, 200])
  })
})

describe('a person limited to some brands', () => {
  it('asks about those only, and is told nothing of the others', async () => {
    const { app, asked } = countedAccount()
    const viewer = await signInAs(app, 'viewer@example.com')

    const { text } = await viewer.get(QUESTION)
    const refused = await viewer.get(`${QUESTION}&brand=${MIRAE}`)

    expect(asked).toMatchObject([{ question: { brandIds: [HANEUL] } }])
    expect(text).not.toMatch(/Mirae|Bada/)
    expect(refused.status).toBe(403)
  })
})

/** The small account in a file, with the thread that is made for it. */
function accountInFile(threadFor: (file: string) => Thread | null): ReturnType<typeof smallAccount> {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-questions-'))
  const databaseFile = join(folder, 'cutover.db')
  const db = openDatabase(databaseFile)
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  ends.push(() => db.close())
  const questions = threadFor(databaseFile)
  ends.push(() => questions?.close())
  return smallAccount({ db, config: { databaseFile }, questions })
}

/** A thread that answers nothing before it is opened, and what it was asked. */
function heldThread(limits: { timeLimitMs?: number; mostWaiting?: number } = {}) {
  const gate = new SharedArrayBuffer(4)
  const thread = createThread({
    file: new URL('./held-thread.ts', import.meta.url),
    given: { gate },
    timeLimitMs: 60_000,
    mostWaiting: 8,
    ...limits,
  })
  return {
    ...counted(thread),
    open() {
      Atomics.store(new Int32Array(gate), 0, 1)
      Atomics.notify(new Int32Array(gate), 0)
    },
  }
}

function countedAccount() {
  const answering: Thread = { ask: () => Promise.resolve(nothing), close: () => Promise.resolve() }
  const { thread, asked } = counted(answering)
  return { ...accountInFile(() => thread), asked }
}

function counted(thread: Thread): { thread: Thread; asked: unknown[] } {
  const asked: unknown[] = []
  return {
    asked,
    thread: {
      ...thread,
      ask(question, left) {
        asked.push(question)
        return thread.ask(question, left)
      },
    },
  }
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve))
}

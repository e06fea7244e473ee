import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import request from 'supertest'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Thread } from '../../server/platform/thread.ts'
import { createQuestionThread } from '../../server/question-thread.ts'
import { openDatabase } from '../../server/store/database.ts'
import { insertConversation } from '../support/conversation-rows.ts'
import { HANEUL, smallAccount } from './account.ts'
import { signInAs } from './signed-in.ts'

const SORTED = '/api/v1/conversations.csv?sort=first_reply'
const ends: (() => unknown)[] = []
let databaseFile: string

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'cutover-file-'))
  databaseFile = join(folder, 'cutover.db')
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
})

afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end()
})

describe('a file in another order than that of time', () => {
  it('has its order worked out in the thread, and is the same as without one', async () => {
    const asked: unknown[] = []
    const thread = createQuestionThread(databaseFile)
    const { ctx, app } = accountWith(
      thread && {
        ...thread,
        ask(question, left) {
          asked.push(question)
          return thread.ask(question, left)
        },
      },
    )
    const admin = await signInAs(app, 'admin@example.com')

    const inThread = await admin.get(SORTED)
    ctx.questions = null
    const alone = await admin.get(SORTED)

    expect(asked).toMatchObject([{ name: 'rows' }, { name: 'rowOrder' }])
    expect(idsOf(inThread.text)).toEqual(['chat:5', 'chat:4', 'chat:3', 'chat:2', 'chat:1', 'chat:0'])
    expect(alone.text).toBe(inThread.text)
  })

  it('keeps nobody waiting while its order is worked out, and is given up when whoever asked leaves', async () => {
    let toldToThread: AbortSignal | undefined
    const rows = { list: { brandIds: [HANEUL], filter: {}, figure: null }, figure: null }
    const { app } = accountWith({
      ask(question, left) {
        if (JSON.stringify(question).includes('"name":"rows"')) return Promise.resolve(rows)
        toldToThread = left
        return new Promise((_, reject) => left?.addEventListener('abort', () => reject(new Error('left'))))
      },
      close: () => Promise.resolve(),
    })
    const admin = await signInAs(app, 'admin@example.com')

    const asked = admin.get(SORTED)
    asked.end(() => {})
    while (toldToThread === undefined) await new Promise((resolve) => setImmediate(resolve))
    const health = await request(app).get('/healthz')
    asked.abort()
    while (!toldToThread.aborted) await new Promise((resolve) => setImmediate(resolve))

    expect(health.body).toEqual({ status: 'ok' })
    expect(toldToThread.aborted).toBe(true)
  })
})

function accountWith(questions: Thread | null) {
  const db = openDatabase(databaseFile)
  ends.push(() => db.close())
  ends.push(() => questions?.close())
  const account = smallAccount({ db, config: { databaseFile }, questions })
  for (let n = 0; n < 6; n += 1)
    insertConversation(db, { id: `chat:${n}`, brand_id: HANEUL, first_reply_seconds: n * 10 })
  return account
}

function idsOf(csv: string): (string | undefined)[] {
  const [, ...lines] = csv.trim().split('\r\n')
  return lines.map((line) => /chat:\d/.exec(line)?.[0])
}

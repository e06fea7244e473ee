import { beforeEach, describe, expect, it } from 'vitest'
import { csatAnswerSchema } from '../../server/http/csat-schemas.ts'
import { writeAccountFact } from '../../server/store/account-facts.ts'
import type { Database } from '../../server/store/database.ts'
import { writeCheckpoints } from '../comparison/synthetic-account.ts'
import { insertTicket, refresh } from '../store/measures/measured.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { BADA, HANEUL, MIRAE, UNKNOWN, smallAccount, storeGrid } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

let account: ReturnType<typeof smallAccount>
let admin: SignedIn
let viewer: SignedIn

beforeEach(async () => {
  account = smallAccount()
  admin = await signInAs(account.app, 'admin@example.com')
  viewer = await signInAs(account.app, 'viewer@example.com')
  const { db } = account.ctx
  for (const stream of ['chats', 'tickets-agent', 'satisfaction-ratings', 'survey-responses'])
    writeCheckpoints(db, stream, { coveredFrom: '2025-06-01', isDone: true })
  storeGrid(db, [HANEUL], ['csat', 'csat_response_rate', 'demand'])
  for (let i = 1; i <= 40; i++) {
    insertConversation(db, {
      id: `chat:${i}`,
      brand_id: HANEUL,
      ...on('2026-03-03'),
      language: i > 9 ? 'ko' : null,
    })
    if (i <= 10) rate(db, `chat:${i}`, { conversation_id: `chat:${i}`, category: i <= 8 ? 'good' : 'bad' })
  }
  for (let i = 101; i <= 120; i++) {
    insertTicket(db, i, { brand_id: HANEUL, ...on('2026-09-01') })
    const category = i <= 106 ? 'good' : i <= 108 ? 'neutral' : i <= 110 ? 'bad' : null
    rate(db, `survey:${i}`, { source: 'survey', ticket_id: i, offered_at: 1, category })
  }
  insertConversation(db, { id: 'chat:900', brand_id: MIRAE, ...on('2026-09-01') })
  rate(db, 'chat:900', { conversation_id: 'chat:900' })
  refresh(db)
})

describe('GET /csat', () => {
  it('counts the ratings of the conversations it is narrowed to, and leaves out the report’s verdicts', async () => {
    const { body } = await admin.get(`/api/v1/csat?brand=${HANEUL}&language=unknown`)

    const { sides, trend, comparisons, filter } = csatAnswerSchema.parse(body)
    expect(sides[0].sources).toEqual([
      {
        ...{ source: 'chat_rating', good: 8, neutral: 0, bad: 1, score: 8 / 9 },
        ...{ asked: 9, answered: 9, responseRate: 1 },
      },
    ])
    expect(sides[0].whoAnswers?.dimensions[1].groups).toEqual([
      { value: null, asked: 9, answered: 9, responseRate: null },
    ])
    expect(trend.find(({ source }) => source === 'chat_rating')?.score[0].n).toBe(9)
    expect(comparisons).toEqual([])
    expect(filter).toMatchObject({ language: ['unknown'] })
  })

  it('shows both sides of a brand by source, over the windows the report compares', async () => {
    const { body } = await admin.get(`/api/v1/csat?brand=${HANEUL}`)

    const { sides, ...answer } = csatAnswerSchema.parse(body)
    expect(sides.map(({ side, window }) => [side, window])).toEqual([
      ['before', { from: '2026-01-26', to: '2026-04-20', chosen: 'compared' }],
      ['after', { from: '2026-08-10', to: '2026-11-02', chosen: 'compared' }],
    ])
    expect(sides[0].sources).toEqual([
      {
        ...{ source: 'chat_rating', good: 8, neutral: 0, bad: 2, score: 0.8 },
        ...{ asked: 40, answered: 10, responseRate: 0.25 },
      },
    ])
    expect(sides[1].sources).toEqual([
      {
        ...{ source: 'survey', good: 6, neutral: 2, bad: 2, score: 0.75 },
        ...{ asked: 20, answered: 10, responseRate: 0.5 },
      },
    ])
    expect(answer).toMatchObject({ state: 'asked', isSameQuestion: false, bounds: null })
    expect(answer.comparisons.map(({ metric }) => metric)).toEqual(['csat', 'csat_response_rate'])
    expect(answer.trend.map(({ source }) => source)).toEqual(['chat_rating', 'survey'])
    expect(answer.marks).toContainEqual({
      ...{ kind: 'definition_break', day: '2026-09-01' },
      name: { en: 'The new survey begins', ko: '새 설문 시작' },
    })
  })

  it('has a share of a group only where thirty were asked', async () => {
    const { body } = await admin.get(`/api/v1/csat?brand=${HANEUL}`)

    const [before, after] = body.sides
    expect(before.whoAnswers.dimensions[1]).toEqual({
      dimension: 'language',
      groups: [
        { value: 'ko', asked: 31, answered: 1, responseRate: 1 / 31 },
        { value: null, asked: 9, answered: 9, responseRate: null },
      ],
    })
    expect(after.whoAnswers).toMatchObject({ source: 'survey', leastAsked: 30 })
  })

  it('bounds the change where the same question is answered by another share of customers', async () => {
    const { db } = account.ctx
    for (let i = 201; i <= 240; i++) {
      insertTicket(db, i, { brand_id: HANEUL, ...on('2026-09-02') })
      if (i > 230) continue
      const category = i <= 225 ? 'good' : 'bad'
      rate(db, `rating:${i}`, { source: 'legacy_rating', ticket_id: i, category })
    }
    db.exec("delete from csat_answer where source = 'survey'")
    refresh(db)

    const { body } = await admin.get(`/api/v1/csat?brand=${HANEUL}`)

    expect(body.isSameQuestion).toBe(true)
    expect(body.bounds).toMatchObject({ before: 0.25, after: 0.5 })
    expect(body.bounds.low).toBeCloseTo(-13.33, 2)
    expect(body.bounds.high).toBeCloseTo(20, 6)
  })

  it('shows the days that were asked for as one stretch, and nothing where nothing was asked', async () => {
    const asked = await admin.get(`/api/v1/csat?brand=${HANEUL}&from=2026-05-04&to=2026-05-11`)
    const none = await admin.get(`/api/v1/csat?brand=${BADA}`)

    expect(asked.body.sides).toEqual([
      {
        ...{ side: 'only', daysLeftOut: 0, sources: [], whoAnswers: null },
        window: { from: '2026-05-04', to: '2026-05-11', chosen: 'asked' },
      },
    ])
    expect(none.body).toMatchObject({ state: 'none', isSameQuestion: null, trend: [] })
  })

  it('says so where the account does not ask', async () => {
    writeAccountFact(account.ctx.db, 'csat_enabled', 'false')

    expect((await admin.get(`/api/v1/csat?brand=${BADA}`)).body.state).toBe('off')
    expect((await admin.get(`/api/v1/csat?brand=${HANEUL}`)).body.state).toBe('asked')
  })

  it('adds up only the brands a person sees', async () => {
    const all = await admin.get('/api/v1/csat')
    const own = await viewer.get('/api/v1/csat')
    const refused = await Promise.all([MIRAE, UNKNOWN].map((id) => viewer.get(`/api/v1/csat?brand=${id}`)))

    const sources = (body: { sides: { sources: { source: string }[] }[] }) =>
      body.sides[0].sources.map(({ source }) => source)
    expect(sources(all.body)).toEqual(['chat_rating', 'survey'])
    expect(sources(own.body)).toEqual(['survey'])
    expect(own.text).not.toMatch(/Mirae|"id":10[23]/)
    expect(refused.map(({ status }) => status)).toEqual([403, 403])
    expect(refused[0].body).toEqual(refused[1].body)
  })

  it('refuses days that end before they begin', async () => {
    const { status, body } = await admin.get('/api/v1/csat?from=2026-05-04&to=2026-05-04')

    expect([status, body.fields[0].field]).toEqual([400, 'to'])
  })
})

function on(day: string) {
  return { day, started_at: Date.parse(`${day}T10:00:00+09:00`) }
}

function rate(db: Database, id: string, given: Record<string, string | number | null>): void {
  insertAnswer(db, { id, category: 'good', ...given })
}

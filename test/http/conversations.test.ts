import ExcelJS from 'exceljs'
import request from 'supertest'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ConversationsAnswer } from '../../server/contract-conversations.ts'
import {
  conversationsAnswerSchema,
  filterChoicesAnswerSchema,
} from '../../server/http/conversations/schemas.ts'
import { statement } from '../../server/store/database.ts'
import { insertAnswer, insertConversation } from '../support/conversation-rows.ts'
import { HANEUL, MIRAE, smallAccount, UNKNOWN } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const at = Date.parse('2026-03-02T10:00:00+09:00')
let account: ReturnType<typeof smallAccount>
let admin: SignedIn
let viewer: SignedIn

beforeEach(async () => {
  account = smallAccount()
  const { db } = account.ctx
  statement(
    db,
    "insert into grp (id, name, deleted) values (7, '=cmd() 한빛', 0), (8, 'Mirae support', 0)",
  ).run()
  // Pairs that began at the same moment; every third of Mirae.
  for (let n = 0; n < 9; n += 1)
    insertConversation(db, {
      id: `chat:${n}`,
      brand_id: n % 3 === 2 ? MIRAE : HANEUL,
      started_at: at + Math.floor(n / 2) * 60_000,
      group_id: n % 3 === 2 ? 8 : 7,
      topic: n % 3 === 2 ? 'secret' : 'other',
      first_reply_seconds: n % 4 === 0 ? null : 100 - n,
      ticket_id: n === 0 ? 4711 : null,
    })
  insertConversation(db, { id: 'chat:gone', brand_id: HANEUL, deleted: 1 })
  insertConversation(db, { id: 'chat:unmapped', brand_id: null })
  insertAnswer(db, { id: 'chat:0', conversation_id: 'chat:0', category: 'bad' })
  admin = await signInAs(account.app, 'admin@example.com')
  viewer = await signInAs(account.app, 'viewer@example.com')
})

describe('the list of conversations', () => {
  it('has what is there, the latest first; neither deleted ones nor those of no brand', async () => {
    const answer = await listOf(admin, '')

    expect(idsOf(answer)).toEqual([8, 7, 6, 5, 4, 3, 2, 1, 0].map((n) => `chat:${n}`))
    expect(answer).toMatchObject({ total: 9, first: 1, next: null, previous: null, figure: null })
    expect(answer.rows.at(-1)).toMatchObject({
      brand: { id: HANEUL, name: 'Haneul' },
      startedAt: '2026-03-02T01:00:00.000Z',
      firstReplySeconds: null,
      rating: { category: 'bad', source: 'chat_rating' },
      zendeskUrl: expect.stringMatching(/\/agent\/tickets\/4711$/),
    })
    expect(answer.rows[0].zendeskUrl).toBeNull()
  })

  it.each(['', '&order=asc', '&sort=first_reply', '&sort=first_reply&order=asc', '&sort=messages'])(
    'is paged without losing or repeating a row, there and back (%s)',
    async (sorting) => {
      const whole = idsOf(await listOf(admin, sorting))
      let page = await listOf(admin, `limit=4${sorting}`)
      const forward = [...idsOf(page)]
      const firsts = [page.first]
      while (page.next !== null) {
        page = await listOf(admin, `limit=4${sorting}&cursor=${page.next}`)
        forward.push(...idsOf(page))
        firsts.push(page.first)
      }
      const back = [idsOf(page)]
      while (page.previous !== null) {
        page = await listOf(admin, `limit=4${sorting}&cursor=${page.previous}`)
        back.unshift(idsOf(page))
      }

      expect(forward).toEqual(whole)
      expect(back.flat()).toEqual(whole)
      expect(firsts).toEqual([1, 5, 9])
      expect(page.first).toBe(1)
    },
  )

  it('puts what is not known last, whichever way it is sorted', async () => {
    const [down, up] = [
      await listOf(admin, 'sort=first_reply'),
      await listOf(admin, 'sort=first_reply&order=asc'),
    ]

    expect(down.rows.map(({ firstReplySeconds }) => firstReplySeconds)).toEqual([
      99,
      98,
      97,
      95,
      94,
      93,
      null,
      null,
      null,
    ])
    expect(up.rows.map(({ firstReplySeconds }) => firstReplySeconds)).toEqual([
      93,
      94,
      95,
      97,
      98,
      99,
      null,
      null,
      null,
    ])
  })

  it.each<[string, number[]]>([
    [`brand=${MIRAE}`, [8, 5, 2]],
    ['rating=bad', [0]],
    ['rating=none&group=8', [8, 5, 2]],
    ['from=2026-03-03', []],
    ['source=messaging,bot', []],
    ['topic=secret&language=unknown', [8, 5, 2]],
    ['step=started', []],
    ['weekday=1&hour=10', [8, 7, 6, 5, 4, 3, 2, 1, 0]],
    ['weekday=2', []],
    [`team=people&brand=${MIRAE}`, [8, 5, 2]],
    ['hours=morning&bot=no&channel=chat', [8, 7, 6, 5, 4, 3, 2, 1, 0]],
  ])('is narrowed by %s', async (query, numbers) => {
    expect(idsOf(await listOf(admin, query))).toEqual(numbers.map((n) => `chat:${n}`))
  })

  it.each([
    ['cursor=nonsense', 'cursor'],
    ['limit=500', 'limit'],
    ['sort=names', 'sort'],
    ['counted=yes', 'counted'],
    ['sort=figure', 'sort'],
    ['step=nowhere', 'step'],
    ['step=answered&metric=csat', 'step'],
    ['team=people&metric=csat', 'team'],
    ['asked=survey&metric=first_reply', 'asked'],
    ['took=60-120&metric=csat', 'took'],
    ['took=long&metric=first_reply', 'took'],
    ['weekday=8', 'weekday'],
    ['hour=24', 'hour'],
    ['from=2026-03-02&to=2026-03-02', 'to'],
    ['rating=great', 'rating'],
  ])('refuses %s, naming the field', async (query, field) => {
    const { status, body } = await admin.get(`/api/v1/conversations?${query}`)

    expect(status).toBe(400)
    expect(body.fields).toMatchObject([{ field }])
  })

  it('refuses a cursor of another list, and says what to do', async () => {
    const { next } = await listOf(admin, 'limit=2')

    const { status, body } = await admin.get(`/api/v1/conversations?limit=2&topic=other&cursor=${next}`)

    expect(status).toBe(400)
    expect(body.fields).toEqual([
      {
        field: 'cursor',
        message: 'belongs to another list or order; leave it out to begin with the first page',
      },
    ])
  })

  it.each([
    ['concurrency', 'rests_on_agents_time'],
    ['bot_csat', 'rests_on_bot_records'],
  ])('says of %s that no conversations stand behind it', async (metric, code) => {
    for (const path of ['conversations', 'conversations.csv']) {
      const { status, body } = await admin.get(`/api/v1/${path}?metric=${metric}`)
      expect([status, body.code]).toEqual([422, code])
    }
  })
})

describe('a person limited to brands', () => {
  it('gets rows, counts and choices of their own brands only', async () => {
    const answer = await listOf(viewer, '')
    const choices = await viewer.get('/api/v1/filter-choices')

    expect(answer.total).toBe(6)
    expect(new Set(answer.rows.map(({ brand }) => brand.id))).toEqual(new Set([HANEUL]))
    expect(filterChoicesAnswerSchema.parse(choices.body)).toEqual({
      channels: ['chat'],
      languages: ['unknown'],
      topics: ['other'],
      groups: [{ id: '7', name: '=cmd() 한빛' }],
    })
  })

  it('gets a file of their own brands only', async () => {
    const { text } = await viewer.get('/api/v1/conversations.csv')

    expect(text).not.toContain('Mirae')
    expect(text.trim().split('\r\n')).toHaveLength(7)
  })

  it.each(['conversations', 'conversations.csv', 'conversations.xlsx', 'filter-choices'])(
    'is refused a hidden brand and an unknown one alike by %s',
    async (path) => {
      const [hidden, unknown] = await Promise.all(
        [MIRAE, UNKNOWN].map((id) => viewer.get(`/api/v1/${path}?brand=${id}`)),
      )

      expect(hidden.status).toBe(403)
      expect(unknown.status).toBe(403)
      expect(hidden.body).toEqual(unknown.body)
    },
  )
})

describe('the file', () => {
  it('is CSV that Excel reads as Korean, in the order of the list, without formulas', async () => {
    const response = await admin.get(
      `/api/v1/conversations.csv?lang=ko&brand=${HANEUL}&from=2026-03-02&to=2026-03-09&sort=first_reply`,
    )

    expect(response.status).toBe(200)
    expect(response.get('Content-Type')).toBe('text/csv; charset=utf-8')
    expect(response.get('Content-Disposition')).toContain(
      encodeURIComponent('대화_Haneul_2026-03-02~2026-03-08.csv'),
    )
    expect(response.text.startsWith('\ufeff브랜드,시작,종료,')).toBe(true)
    const lines = response.text.trim().split('\r\n').slice(1)
    expect(lines.map((line) => /chat:\d/.exec(line)?.[0])).toEqual(
      idsOf(await listOf(admin, `brand=${HANEUL}&sort=first_reply`)),
    )
    expect(lines[0]).toContain('2026-03-02 01:00,2026-03-02 01:10,실시간 채팅')
    expect(lines[0]).toContain(",'=cmd() 한빛,")
  })

  it('holds every row of several brands in the order of time', async () => {
    const { text } = await admin.get('/api/v1/conversations.csv')

    const ids = text
      .trim()
      .split('\r\n')
      .slice(1)
      .map((line: string) => /chat:\d/.exec(line)?.[0])
    expect(ids).toEqual(idsOf(await listOf(admin, '')))
  })

  it('is a workbook that another program reads', async () => {
    const response = await request(account.app)
      .get('/api/v1/conversations.xlsx?lang=ko')
      .set('Cookie', admin.cookie)
      .responseType('blob')

    const book = new ExcelJS.Workbook()
    await book.xlsx.load(response.body)
    const [sheet] = book.worksheets
    expect(sheet.name).toBe('대화')
    expect(sheet.rowCount).toBe(10)
    expect(sheet.getRow(1).getCell(1).value).toBe('브랜드')
    expect(sheet.getRow(3).getCell(6).value).toBe(93)
  })
})

async function listOf(who: SignedIn, query: string): Promise<ConversationsAnswer> {
  const { status, body } = await who.get(`/api/v1/conversations?${query.replace(/^&/, '')}`)
  expect([status, body.detail]).toEqual([200, undefined])
  return conversationsAnswerSchema.parse(body)
}

function idsOf({ rows }: ConversationsAnswer): string[] {
  return rows.map(({ id }) => id)
}

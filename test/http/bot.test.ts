import { beforeEach, describe, expect, it } from 'vitest'
import { botAnswerSchema } from '../../server/http/bot-schemas.ts'
import { writeBotExportGap } from '../../server/store/bot-export-days.ts'
import { writeCheckpoints } from '../comparison/synthetic-account.ts'
import { insertBotRecord, insertBotTicket, insertTicket, refresh } from '../store/measures/measured.ts'
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
  for (const stream of ['tickets-agent', 'tickets-ai-agent'])
    writeCheckpoints(db, stream, { coveredFrom: '2025-06-01', isDone: true })
  storeGrid(db, [HANEUL, MIRAE], ['containment_rate', 'csat'])
  const inOctober = { day: '2026-10-06', started_at: Date.parse('2026-10-06T10:00:00+09:00') }
  for (let i = 1; i <= 3; i++) insertBotTicket(db, i, { ...inOctober, brand_id: HANEUL })
  insertTicket(db, 4, {
    ...{ ...inOctober, brand_id: HANEUL, bot_involved: 1 },
    handed_off_at: inOctober.started_at + 1000,
  })
  insertBotTicket(db, 5, { ...inOctober, brand_id: MIRAE })
  insertBotRecord(db, 'export:1', { brand_id: MIRAE, day: '2026-10-06', resolved: 1 })
  refresh(db)
})

describe('GET /bot', () => {
  it('tells what became of a brand’s conversations over the weeks the report counts', async () => {
    const { body } = await admin.get(`/api/v1/bot?brand=${HANEUL}`)

    const answer = botAnswerSchema.parse(body)
    expect(answer).toMatchObject({
      brand: { id: HANEUL, name: 'Haneul' },
      window: { from: '2026-08-10', to: '2026-11-02', chosen: 'compared' },
      state: 'recorded',
      funnel: { started: 4, contained: 3, handedOff: 1, answered: 1, resolved: 1, unanswered: 0 },
      liveChatUntil: '2026-04-20',
      records: [],
    })
    expect(answer.comparisons.map(({ metric }) => metric)).toEqual(['containment_rate'])
    expect(answer.marks.map(({ kind }) => kind)).toContain('cutover')
    expect(answer.sources).toEqual(
      ['containment_rate', 'handoff_rate'].map((metric) => ({
        brand: { id: HANEUL, name: 'Haneul' },
        ...{ metric, source: 'tickets', from: '2026-10-06', lastDay: '2026-10-06' },
      })),
    )
  })

  it('tells it of the conversations it is narrowed to, and leaves out what the report says of all', async () => {
    const alone = await admin.get(`/api/v1/bot?brand=${HANEUL}&bot=no`)
    const open = await admin.get(`/api/v1/bot?brand=${HANEUL}&bot=yes`)

    expect(botAnswerSchema.parse(alone.body)).toMatchObject({
      ...{ state: 'recorded', funnel: null, comparisons: [] },
      filter: { bot: ['no'], channel: null, open: false },
    })
    expect(open.body.funnel).toMatchObject({ started: 4, contained: 3, handedOff: 1 })
    const containment = open.body.trend.find(
      ({ metric }: { metric: string }) => metric === 'containment_rate',
    )
    expect(containment.weeks.map(({ n }: { n: number }) => n)).toContain(4)
    expect((await admin.get('/api/v1/bot?bot=maybe')).body.fields[0].field).toBe('bot')
  })

  it('adds up the brands the person sees, over the same thirteen weeks', async () => {
    const { body } = await admin.get('/api/v1/bot')

    expect(body).toMatchObject({
      brand: null,
      window: { from: '2026-08-10', to: '2026-11-09', chosen: 'latest' },
      funnel: { started: 5, contained: 4, handedOff: 1 },
      records: [{ source: 'export', conversations: 1, from: '2026-10-06', lastDay: '2026-10-06' }],
      liveChatUntil: null,
    })
    expect(body.brands.map(({ brand }: { brand: { name: string } }) => brand.name)).toEqual([
      'Haneul',
      'Mirae',
    ])
    expect(body.marks.map(({ kind }: { kind: string }) => kind)).not.toContain('cutover')
  })

  it('gives a viewer no row, name or number of another brand', async () => {
    const { body, text } = await viewer.get('/api/v1/bot?brand=all')

    expect(body.funnel.started).toBe(4)
    expect(body.records).toEqual([])
    expect(text).not.toMatch(/Mirae|Bada|"id":10[23]/)
    const refused = await Promise.all([MIRAE, UNKNOWN].map((id) => viewer.get(`/api/v1/bot?brand=${id}`)))
    expect(refused.map(({ status }) => status)).toEqual([403, 403])
    expect(refused[0].body).toEqual(refused[1].body)
  })

  it('has no funnel, not one of zeros, for days and brands without a bot', async () => {
    const other = await admin.get(`/api/v1/bot?brand=${HANEUL}&from=2026-05-04&to=2026-05-11`)
    const none = await admin.get(`/api/v1/bot?brand=${BADA}`)

    expect(other.body).toMatchObject({
      window: { from: '2026-05-04', to: '2026-05-11', chosen: 'asked' },
      state: 'recorded',
      funnel: null,
    })
    expect(none.body).toMatchObject({ state: 'none', funnel: null, trend: [{ weeks: [] }, {}, {}, {}] })
    botAnswerSchema.parse(none.body)
  })

  it('tells what is missing of the whole account only to whoever sees all of it', async () => {
    writeBotExportGap(account.ctx.db, 'key')

    const all = await admin.get(`/api/v1/bot?brand=${HANEUL}`)
    const limited = await viewer.get(`/api/v1/bot?brand=${HANEUL}`)

    expect(all.body.gaps).toContainEqual({ code: 'export_not_read', missing: 'key' })
    expect(limited.body.gaps).not.toContainEqual({ code: 'export_not_read', missing: 'key' })
  })

  it('says since when contacts of the bot alone are recorded, where the bot is older', async () => {
    const { db } = account.ctx
    db.prepare('update conversation set seen_ai_agent = 1 where brand_id = ?').run(HANEUL)
    insertTicket(db, 9, {
      ...{ brand_id: HANEUL, bot_involved: 1, day: '2026-09-01' },
      started_at: Date.parse('2026-09-01T10:00:00+09:00'),
    })

    const { body } = await admin.get(`/api/v1/bot?brand=${HANEUL}`)

    expect(body.gaps).toContainEqual({
      ...{ code: 'bot_only_not_recorded', brand: { id: HANEUL, name: 'Haneul' } },
      ...{ from: '2026-09-01', to: '2026-10-06' },
    })
  })

  it('names every field it cannot use', async () => {
    const { status, body } = await admin.get('/api/v1/bot?brand=x&from=May&to=2026-05-01')

    expect(status).toBe(400)
    expect(body.fields.map(({ field }: { field: string }) => field)).toEqual(['brand', 'from'])
  })
})

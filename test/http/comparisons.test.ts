import { beforeEach, describe, expect, it } from 'vitest'
import { catalog, catalogVersion } from '../../server/metrics/catalog.ts'
import { comparisonsAnswerSchema, seriesAnswerSchema } from '../../server/http/answer-schemas.ts'
import { statement } from '../../server/store/database.ts'
import { BADA, DELETED, HANEUL, MIRAE, UNKNOWN, cellOf, smallAccount, storeGrid, weeks } from './account.ts'
import type { SignedIn } from './signed-in.ts'
import { signInAs } from './signed-in.ts'

const METRICS = catalog.map(({ key }) => key).join(', ')

let account: ReturnType<typeof smallAccount>
let admin: SignedIn
let viewer: SignedIn

beforeEach(async () => {
  account = smallAccount()
  admin = await signInAs(account.app, 'admin@example.com')
  viewer = await signInAs(account.app, 'viewer@example.com')
})

describe('GET /comparisons', () => {
  it('gives the cells of the grid in the shape of the contract', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE], ['first_reply', 'csat'])

    const { status, body } = await admin.get('/api/v1/comparisons?brand=all&metric=all')

    expect(status).toBe(200)
    expect(comparisonsAnswerSchema.parse(body)).toEqual({
      asOf: '2026-11-15T23:30:00.000Z',
      dataCompleteTo: '2026-11-15T23:00:00.000Z',
      definitions: catalogVersion,
      isReport: true,
      filter: null,
      comparisons: [
        cellOf(HANEUL, 'first_reply'),
        cellOf(HANEUL, 'csat'),
        cellOf(MIRAE, 'first_reply'),
        cellOf(MIRAE, 'csat'),
      ],
      pooled: [],
      changes: null,
    })
  })

  it('gives everything when asked for nothing in particular', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE], ['first_reply'])

    const { body } = await admin.get('/api/v1/comparisons')

    expect(cellsOf(body)).toEqual(['101 first_reply', '102 first_reply'])
  })

  it('gives the named brands and metrics only', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE, BADA], ['first_reply', 'csat', 'demand'])

    const { body } = await admin.get(`/api/v1/comparisons?brand=${MIRAE},${BADA}&metric=csat,demand`)

    expect(cellsOf(body).sort()).toEqual(['102 csat', '102 demand', '103 csat', '103 demand'])
  })

  it('is empty, not an error, before the first grid', async () => {
    const { status, body } = await admin.get('/api/v1/comparisons')

    expect(status).toBe(200)
    expect(body).toEqual({
      asOf: '2026-11-16T00:00:00.000Z',
      dataCompleteTo: null,
      definitions: catalogVersion,
      isReport: true,
      filter: null,
      comparisons: [],
      pooled: [],
      changes: null,
    })
  })

  it('works a question about certain days out anew', async () => {
    storeGrid(account.ctx.db, [HANEUL], ['first_reply'])

    const { status, body } = await admin.get(
      `/api/v1/comparisons?brand=${HANEUL}&metric=first_reply&from=2026-01-01&to=2026-09-01`,
    )

    expect(status).toBe(200)
    expect(comparisonsAnswerSchema.parse(body).asOf).toBe('2026-11-16T00:00:00.000Z')
    expect(cellsOf(body)).toEqual(['101 first_reply'])
    expect(body.comparisons[0].state).not.toBe('improved')
  })

  it('names every bad field in one answer', async () => {
    const { status, body } = await admin.get(
      '/api/v1/comparisons?brand=haneul&metric=csat,speed&from=2026-02-30&to=yesterday&mood=calm',
    )

    expect(status).toBe(400)
    expect(body).toMatchObject({ status: 400, code: 'invalid_request', title: 'Bad Request' })
    expect(body.fields).toEqual([
      { field: 'brand', message: 'is not a brand; use the number that /api/v1/brands gives' },
      { field: 'metric', message: `"speed" is not a metric; use ${METRICS}` },
      { field: 'from', message: 'is not a day; use YYYY-MM-DD' },
      { field: 'to', message: 'is not a day; use YYYY-MM-DD' },
      { field: 'mood', message: 'is not known here; leave it out' },
    ])
  })

  it('names each unknown metric of a list', async () => {
    const { body } = await admin.get('/api/v1/comparisons?metric=speed,csat,joy')

    expect(body.fields.map(({ message }: { message: string }) => message)).toEqual([
      `"speed" is not a metric; use ${METRICS}`,
      `"joy" is not a metric; use ${METRICS}`,
    ])
  })

  it.each([
    ['from=2026-09-01&to=2026-01-01', 'to'],
    ['from=2026-09-01&to=2026-09-01', 'to'],
    ['brand=', 'brand'],
    ['brand=1&brand=2', 'brand'],
    ['brand=-5', 'brand'],
    ['brand=1e3', 'brand'],
    ['brand=all,101', 'brand'],
    ['metric=', 'metric'],
    ['metric=First_Reply', 'metric'],
    ['from=2026-1-1', 'from'],
  ])('refuses %s', async (query, field) => {
    const { status, body } = await admin.get(`/api/v1/comparisons?${query}`)

    expect(status).toBe(400)
    expect(body.fields.map((one: { field: string }) => one.field)).toEqual([field])
  })

  it('names a reversed range beside another bad field', async () => {
    const { body } = await admin.get('/api/v1/comparisons?metric=speed&from=2026-09-01&to=2026-01-01')

    expect(body.fields.map((one: { field: string }) => one.field)).toEqual(['metric', 'to'])
  })

  it('gives a viewer the cells of visible brands only, and the same ones everybody sees', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE, BADA], ['first_reply'])

    const { body, text } = await viewer.get('/api/v1/comparisons?brand=all')

    expect(body.comparisons).toEqual([cellOf(HANEUL, 'first_reply')])
    expect(text).not.toMatch(/102|103|Mirae|Bada/)
  })

  it('limits a question about certain days to visible brands too', async () => {
    const { body, text } = await viewer.get('/api/v1/comparisons?from=2026-01-01')

    expect([...new Set(cellsOf(body).map((cell) => cell.split(' ')[0]))]).toEqual(['101'])
    expect(text).not.toMatch(/Mirae|Bada/)
  })

  it('answers a hidden, a deleted and an unknown brand with the very same problem', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE, DELETED], ['first_reply'])

    const answers = await Promise.all(
      [MIRAE, DELETED, UNKNOWN, `${HANEUL},${MIRAE}`].map((brand) =>
        viewer.get(`/api/v1/comparisons?brand=${brand}`),
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(answers[0].body).toEqual({
      type: 'urn:cutover:problem:forbidden',
      title: 'Forbidden',
      status: 403,
      detail: 'You cannot see this brand, or it does not exist; ask an administrator for access.',
      code: 'forbidden',
    })
  })

  it('answers an unknown brand with the same problem to an administrator', async () => {
    const [unknown, deleted] = [
      await admin.get(`/api/v1/comparisons?brand=${UNKNOWN}`),
      await admin.get(`/api/v1/comparisons?brand=${DELETED}`),
    ]

    expect([unknown.status, deleted.status]).toEqual([403, 403])
  })

  it('obeys a change of scope at once', async () => {
    storeGrid(account.ctx.db, [HANEUL], ['first_reply'])
    statement(account.ctx.db, 'delete from person_brand').run()

    const { body } = await viewer.get('/api/v1/comparisons')

    expect(body.comparisons).toEqual([])
    expect((await viewer.get(`/api/v1/comparisons?brand=${HANEUL}`)).status).toBe(403)
  })
})

describe('GET /comparisons/:brand/:metric', () => {
  it('gives the cell, its weeks and the days of the move', async () => {
    storeGrid(account.ctx.db, [HANEUL, MIRAE], ['first_reply', 'csat'])

    const { status, body } = await viewer.get(`/api/v1/comparisons/${HANEUL}/csat`)

    expect(status).toBe(200)
    expect(seriesAnswerSchema.parse(body)).toEqual({
      asOf: '2026-11-15T23:30:00.000Z',
      dataCompleteTo: '2026-11-15T23:00:00.000Z',
      isReport: true,
      filter: null,
      comparison: cellOf(HANEUL, 'csat'),
      weeks,
      marks: [
        { kind: 'cutover', day: '2026-04-20', name: { en: 'Move to messaging', ko: '메시징 전환' } },
        { kind: 'ramp_end', day: '2026-05-04', name: { en: 'End of the ramp', ko: '안정화 기간 종료' } },
      ],
      detail: null,
    })
  })

  it('marks nothing for a brand that never moved', async () => {
    storeGrid(account.ctx.db, [MIRAE], ['csat'])

    const { body } = await admin.get(`/api/v1/comparisons/${MIRAE}/csat`)

    expect(body.marks).toEqual([])
  })

  it('answers for a brand that is newer than the grid, without weeks', async () => {
    const { status, body } = await admin.get(`/api/v1/comparisons/${BADA}/demand`)

    expect(status).toBe(200)
    expect(seriesAnswerSchema.parse(body)).toMatchObject({
      asOf: '2026-11-16T00:00:00.000Z',
      dataCompleteTo: null,
      comparison: { brand: { id: BADA }, metric: 'demand', effect: null },
      weeks: [],
    })
  })

  it('names both parts of a bad address', async () => {
    const { status, body } = await admin.get('/api/v1/comparisons/haneul/speed')

    expect(status).toBe(400)
    expect(body.fields.map((one: { field: string }) => one.field)).toEqual(['brand', 'metric'])
  })

  it('answers a hidden, a deleted and an unknown brand with the very same problem', async () => {
    storeGrid(account.ctx.db, [MIRAE, DELETED], ['csat'])

    const answers = await Promise.all(
      [MIRAE, DELETED, UNKNOWN].map((brand) => viewer.get(`/api/v1/comparisons/${brand}/csat`)),
    )

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })
})

function cellsOf(body: { comparisons: { brand: { id: number }; metric: string }[] }): string[] {
  return body.comparisons.map(({ brand, metric }) => `${brand.id} ${metric}`)
}

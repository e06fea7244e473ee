import { beforeEach, describe, expect, it } from 'vitest'
import { alignedAnswerSchema } from '../../server/http/aligned-schemas.ts'
import { HANEUL, MIRAE, smallAccount, storeGrid } from './account.ts'
import { signInAs } from './signed-in.ts'

let account: ReturnType<typeof smallAccount>

beforeEach(() => {
  account = smallAccount()
  storeGrid(account.ctx.db, [HANEUL, MIRAE], ['first_reply', 'csat'])
})

describe('GET /aligned', () => {
  it('gives one metric of every brand, those that moved by weeks since their move', async () => {
    const admin = await signInAs(account.app, 'admin@example.com')

    const { status, body } = await admin.get('/api/v1/aligned?metric=first_reply')

    expect(status).toBe(200)
    const answer = alignedAnswerSchema.parse(body)
    expect(answer).toMatchObject({
      asOf: '2026-11-15T23:30:00.000Z',
      dataCompleteTo: '2026-11-15T23:00:00.000Z',
      metric: 'first_reply',
      unit: 'ratio',
      firstWeek: -13,
      lastWeek: 26,
    })
    expect(answer.brands.map(({ brand, move }) => [brand.id, move === null])).toEqual([
      [HANEUL, false],
      [MIRAE, true],
    ])
  })

  it('counts rates in points', async () => {
    const admin = await signInAs(account.app, 'admin@example.com')

    const { body } = await admin.get('/api/v1/aligned?metric=csat')

    expect(body.unit).toBe('points')
  })

  it('gives a viewer the brands of the viewer and nothing of another one', async () => {
    const viewer = await signInAs(account.app, 'viewer@example.com')

    const { body, text } = await viewer.get('/api/v1/aligned?metric=first_reply')

    expect(alignedAnswerSchema.parse(body).brands.map(({ brand }) => brand.id)).toEqual([HANEUL])
    expect(text).not.toContain(`brand ${MIRAE}`)
  })

  it('gives no brands before the first comparison', async () => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const { body } = await admin.get('/api/v1/aligned?metric=demand')

    expect(body).toMatchObject({ dataCompleteTo: null, brands: [] })
  })

  it.each([
    ['', 'metric'],
    ['?metric=happiness', 'metric'],
    ['?metric=csat&brand=all', ''],
  ])('refuses %s and names the field', async (query, field) => {
    const admin = await signInAs(account.app, 'admin@example.com')

    const { status, body } = await admin.get(`/api/v1/aligned${query}`)

    expect(status).toBe(400)
    if (field !== '') expect(body.fields.map((one: { field: string }) => one.field)).toContain(field)
  })
})

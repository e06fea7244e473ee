import { describe, expect, it } from 'vitest'
import { otherBrands } from '../../server/comparison/other-brands.ts'
import { levelsAnswerSchema } from '../../server/http/levels-schemas.ts'
import { BADA, cellOf, HANEUL, MIRAE, smallAccount, storeGrid } from './account.ts'
import { signInAs } from './signed-in.ts'

describe('GET /levels', () => {
  it('gives the other brands’ middle value beside each figure of one brand', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL, MIRAE, BADA], ['first_reply', 'csat'])
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.get(`/api/v1/levels?brand=${HANEUL}`)

    expect(status).toBe(200)
    const { figures } = levelsAnswerSchema.parse(body)
    expect(figures.map(({ metric }) => metric)).toEqual(['first_reply', 'csat'])
    expect(figures[0]).toEqual({
      metric: 'first_reply',
      previous: null,
      lastYear: null,
      others: {
        ...{ value: 95.5, low: 95.5, high: 95.5, brands: 2, n: 3200 },
        ...{ from: '2026-10-12', to: '2026-11-09' },
      },
    })
  })

  it('holds a viewer’s brand against the brands of the viewer only', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL, MIRAE], ['first_reply'])
    const viewer = await signInAs(app, 'viewer@example.com')

    const { body, text } = await viewer.get(`/api/v1/levels?brand=${HANEUL}`)

    expect(body.figures[0].others).toBeNull()
    expect(text).not.toContain(`brand ${MIRAE}`)
    expect((await viewer.get(`/api/v1/levels?brand=${MIRAE}`)).status).toBe(403)
  })
})

describe('the other brands', () => {
  const latest = (id: number, value: number | null) => ({
    ...cellOf(id, 'first_reply'),
    now: { value, n: 100, from: '2026-10-12', to: '2026-11-09' },
  })

  it('are told by the one in the middle, by the two around it where their number is even', () => {
    const odd = [latest(1, 50), latest(2, 10), latest(3, 90), latest(4, 30)]
    const even = [...odd, latest(5, 40)]

    expect(otherBrands(odd, 1)).toMatchObject({ value: 30, low: 10, high: 90, brands: 3, n: 300 })
    expect(otherBrands(even, 1)).toMatchObject({ value: 35, brands: 4 })
  })

  it('without a value are left out, and none at all is nothing', () => {
    expect(otherBrands([latest(1, 50), latest(2, null), latest(3, 20)], 1)).toMatchObject({ brands: 1 })
    expect(otherBrands([latest(1, 50), latest(2, null)], 1)).toBeNull()
  })
})

import type { Express } from 'express'
import { describe, expect, it } from 'vitest'
import type { GoalDraft } from '../../server/contract-goal.ts'
import { goalsAnswerSchema, goalSchema } from '../../server/http/goal-schemas.ts'
import { readAudit } from '../../server/store/audit.ts'
import { HANEUL, MIRAE, smallAccount, storeGrid, UNKNOWN } from './account.ts'
import { signInAs } from './signed-in.ts'

const addressOf = (brand: number, metric = 'first_reply') => `/api/v1/goals/${brand}/${metric}`
const twoMinutes: GoalDraft = { value: 120, dueOn: '2026-12-31' }

describe('PUT /goals/{brand}/{metric}', () => {
  it('sets a goal, holds the latest value against it, and records who did it', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['first_reply'])
    const manager = await signInAs(app, 'limited@example.com')

    const response = await manager.put(addressOf(HANEUL), twoMinutes)

    expect(response.status).toBe(200)
    expect(goalSchema.parse(response.body)).toEqual({
      brand: { id: HANEUL, name: 'Haneul' },
      metric: 'first_reply',
      value: 120,
      dueOn: '2026-12-31',
      state: 'reached',
      latest: 95.5,
      setAt: '2026-11-16T00:00:00.000Z',
      setBy: expect.any(String),
    })
    expect(readAudit(ctx.db, 1)).toMatchObject([
      {
        actor: 'limited@example.com',
        action: 'goal_set',
        detail: `brand ${HANEUL} first_reply: 120 by 2026-12-31`,
      },
    ])
  })

  it('replaces the goal there is, and one that says the same writes nothing', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['first_reply'])
    const admin = await signInAs(app, 'admin@example.com')

    await admin.put(addressOf(HANEUL), twoMinutes)
    const changed = await admin.put(addressOf(HANEUL), { value: 60, dueOn: null })
    await admin.put(addressOf(HANEUL), { value: 60, dueOn: null })

    expect(changed.body).toMatchObject({ value: 60, dueOn: null, state: 'not_yet' })
    expect(readAudit(ctx.db, 9).filter(({ action }) => action === 'goal_set')).toHaveLength(2)
  })

  it('says where a figure has no value yet', async () => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const { body } = await admin.put(addressOf(MIRAE, 'csat'), { value: 0.9, dueOn: null })

    expect(body).toMatchObject({ state: 'no_value', latest: null })
  })

  it.each([
    ['first_reply', { value: 'soon', dueOn: null }, 'value'],
    ['first_reply', { value: 0, dueOn: null }, 'value'],
    ['first_reply', { value: -5, dueOn: null }, 'value'],
    ['csat', { value: 88, dueOn: null }, 'value'],
    ['first_reply', { value: 90, dueOn: '2026-02-30' }, 'dueOn'],
    ['first_reply', { value: 90, dueOn: '1999-12-31' }, 'dueOn'],
    ['demand', { value: 90, dueOn: null }, 'metric'],
    ['happiness', { value: 90, dueOn: null }, 'metric'],
  ])('refuses for %s %o and names the field', async (metric, draft, field) => {
    const { app } = smallAccount()
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.put(addressOf(HANEUL, metric), draft)

    expect(status).toBe(400)
    expect(body.fields.map((one: { field: string }) => one.field)).toEqual([field])
  })

  it.each([MIRAE, UNKNOWN])('is refused alike for brand %i, hidden or unknown', async (brand) => {
    const { ctx, app } = smallAccount()
    const limited = await signInAs(app, 'limited@example.com')

    const set = await limited.put(addressOf(brand), twoMinutes)
    const removed = await limited.delete(addressOf(brand))

    expect([set.status, removed.status]).toEqual([403, 403])
    expect(set.body.detail).toBe(removed.body.detail)
    expect(readAudit(ctx.db, 9).some(({ action }) => action === 'goal_set')).toBe(false)
  })

  it('is not for viewers', async () => {
    const { app } = smallAccount()
    const viewer = await signInAs(app, 'viewer@example.com')

    expect((await viewer.put(addressOf(HANEUL), twoMinutes)).status).toBe(403)
  })
})

describe('GET /goals', () => {
  it('tells a viewer the goals of the viewer’s brands and of no other one', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL, MIRAE], ['first_reply'])
    await set(app, HANEUL, twoMinutes)
    await set(app, MIRAE, { value: 60, dueOn: null })

    const { body, text } = await (await signInAs(app, 'viewer@example.com')).get('/api/v1/goals?brand=all')

    const answer = goalsAnswerSchema.parse(body)
    expect(answer.goals.map(({ brand, value }) => [brand.id, value])).toEqual([[HANEUL, 120]])
    expect(answer.canSet).toBe(false)
    expect(text).not.toContain('Mirae')
  })

  it('leaves out other brands where one is asked for, and tells a manager that goals can be set', async () => {
    const { app } = smallAccount()
    await set(app, HANEUL, twoMinutes)
    await set(app, MIRAE, { value: 60, dueOn: null })

    const { body } = await (await signInAs(app, 'manager@example.com')).get(`/api/v1/goals?brand=${MIRAE}`)

    expect(body.goals.map(({ brand }: { brand: { id: number } }) => brand.id)).toEqual([MIRAE])
    expect(body.canSet).toBe(true)
  })
})

describe('DELETE /goals/{brand}/{metric}', () => {
  it('takes the goal away once, and records it', async () => {
    const { ctx, app } = smallAccount()
    await set(app, HANEUL, twoMinutes)
    const admin = await signInAs(app, 'admin@example.com')

    const first = await admin.delete(addressOf(HANEUL))
    const again = await admin.delete(addressOf(HANEUL))

    expect([first.status, again.status]).toEqual([204, 404])
    expect((await admin.get('/api/v1/goals')).body.goals).toEqual([])
    expect(readAudit(ctx.db, 1)).toMatchObject([
      { actor: 'admin@example.com', action: 'goal_removed', detail: `brand ${HANEUL} first_reply` },
    ])
  })
})

async function set(app: Express, brand: number, draft: GoalDraft): Promise<void> {
  const { status } = await (await signInAs(app, 'admin@example.com')).put(addressOf(brand), draft)
  expect(status).toBe(200)
}

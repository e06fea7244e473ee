import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { distributionAnswerSchema } from '../../server/http/distribution-schemas.ts'
import type { BrandStory } from '../comparison/synthetic-account.ts'
import { syntheticAccount } from '../comparison/synthetic-account.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'
import { signInAs } from './signed-in.ts'

const stories: BrandStory[] = [
  { id: 1, name: 'Haneul', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
  { id: 2, name: 'Bada', movedOn: null, perDay: 30 },
]

describe('the distribution of a figure', () => {
  const db = syntheticAccount(stories)
  updateCutovers(db)
  const ctx = testContext({ db })
  const app = createApp(ctx)
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [1] })

  it('is of the same windows as the cell that is asked with the same words', async () => {
    const admin = await signInAs(app, 'admin@example.com')
    const days = 'from=2026-02-02&to=2026-08-03'

    const cell = await admin.get(`/api/v1/comparisons/1/first_reply?${days}`)
    const { status, body } = await admin.get(`/api/v1/distributions/1/first_reply?${days}`)

    expect(status).toBe(200)
    const { before, after, now, filter, brand, metric } = distributionAnswerSchema.parse(body)
    expect({ now, filter, brand, metric }).toEqual({
      now: null,
      filter: null,
      brand: { id: 1, name: 'Haneul' },
      metric: 'first_reply',
    })
    for (const [side, window] of [
      [before, cell.body.comparison.before],
      [after, cell.body.comparison.after],
    ]) {
      expect({ from: side.from, to: side.to, n: side.n, value: side.percentiles.p50 }).toEqual(window)
    }
  })

  it('says with which filter it was asked', async () => {
    const admin = await signInAs(app, 'admin@example.com')

    const { body } = await admin.get('/api/v1/distributions/1/first_reply?language=ja')

    expect(distributionAnswerSchema.parse(body)).toMatchObject({
      filter: { language: ['ja'] },
      bins: [],
      before: null,
      after: null,
    })
  })

  it('is not there for what is no duration, and names what is', async () => {
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.get('/api/v1/distributions/1/csat')

    expect([status, body.code]).toEqual([422, 'not_a_duration'])
    expect(body.detail).toContain('"csat" is no duration')
    expect(body.detail).toContain(
      'use first_reply, first_reply_any, wait_to_agent, resolution_time, average_reply, handle_time.',
    )
  })

  it('is refused alike of a brand out of reach and of one that does not exist', async () => {
    const viewer = await signInAs(app, 'viewer@example.com')

    const own = await viewer.get('/api/v1/distributions/1/first_reply')
    const foreign = await viewer.get('/api/v1/distributions/2/first_reply')
    const unknown = await viewer.get('/api/v1/distributions/99/csat')

    expect([own.status, foreign.status, unknown.status]).toEqual([200, 403, 403])
    expect(foreign.body).toEqual(unknown.body)
    expect(own.text).not.toContain('Bada')
  })

  it('takes only what the cell takes', async () => {
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.get(
      '/api/v1/distributions/1/first_reply?from=2026-08-03&to=2026-02-02',
    )

    expect([status, body.fields]).toEqual([400, [{ field: 'to', message: 'must be later than from' }]])
  })
})

import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { answerCell } from '../../server/comparison/answer-cell.ts'
import { answerComparisons } from '../../server/comparison/answer-comparisons.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { alignedAnswerSchema } from '../../server/http/aligned-schemas.ts'
import { seriesAnswerSchema } from '../../server/http/answer-schemas.ts'
import type { BrandStory } from '../comparison/synthetic-account.ts'
import { now, syntheticAccount } from '../comparison/synthetic-account.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'
import { HANEUL, smallAccount, storeGrid, weeks } from './account.ts'
import { signInAs } from './signed-in.ts'

const stories: BrandStory[] = [
  { id: 1, name: 'Haneul', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
  { id: 2, name: 'Bada', movedOn: null, perDay: 30 },
  { id: 3, name: 'Mirae', movedOn: null, perDay: 30 },
]

describe('a cell of the report', () => {
  it('is the stored one, and says so', async () => {
    const { ctx, app } = smallAccount()
    storeGrid(ctx.db, [HANEUL], ['csat'])
    const admin = await signInAs(app, 'admin@example.com')

    const { body } = await admin.get(`/api/v1/comparisons/${HANEUL}/csat?open=0`)

    expect(body).toMatchObject({ isReport: true, filter: null, weeks })
  })
})

describe('a cell narrowed to some days', () => {
  const db = syntheticAccount(stories)
  updateCutovers(db)
  const days = { from: '2026-02-02', to: '2026-08-03' }
  const ctx = testContext({ db })
  const app = createApp(ctx)
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [1] })

  it('is worked out from those days, and is no part of the report', async () => {
    const admin = await signInAs(app, 'admin@example.com')

    const { status, body } = await admin.get(
      '/api/v1/comparisons/1/first_reply?from=2026-02-02&to=2026-08-03',
    )

    expect(status).toBe(200)
    const answer = seriesAnswerSchema.parse(body)
    expect(answer).toMatchObject({ isReport: false, filter: null })
    expect(answer.comparison.state).toBe('improved')
    expect(answer.comparison.before?.from).toBe('2026-02-02')
    expect(answer.weeks[0].from).toBe('2026-02-02')
    expect(answer.weeks.at(-1)?.to).toBe('2026-08-03')
    expect(answer.detail?.controls).toHaveLength(2)
  })

  it('is the cell that the list of such cells has, when that is asked for this one alone', () => {
    const found = answerCell(db, { brandId: 1, metric: 'first_reply', ...days, now })
    const listed = answerComparisons(db, { brandIds: [1], metrics: ['first_reply'], ...days, now })

    expect(listed.comparisons).toEqual([found?.comparison])
    expect(listed.controls).toEqual([{ brandId: 1, metric: 'first_reply', controlIds: [2, 3] }])
  })

  it('stands among the aligned weeks of the same days', async () => {
    const admin = await signInAs(app, 'admin@example.com')
    const question = 'metric=first_reply&from=2026-02-02&to=2026-08-03'

    const { body } = await admin.get(`/api/v1/aligned?${question}`)
    const list = await admin.get(`/api/v1/comparisons?${question}`)

    const { isReport, brands } = alignedAnswerSchema.parse(body)
    expect(isReport).toBe(false)
    expect(brands.map(({ brand }) => brand.name)).toEqual(['Bada', 'Haneul', 'Mirae'])
    expect(brands[1].move?.weeks.at(-1)?.from).toBe('2026-07-27')
    expect(brands[1].others?.brands).toBe(2)
    expect(list.body.comparisons[1].now.to <= '2026-08-03').toBe(true)
  })

  it('neither names nor draws brands a reader may not see, and both addresses say why', async () => {
    const viewer = await signInAs(app, 'viewer@example.com')

    const { body, text } = await viewer.get('/api/v1/comparisons/1/first_reply?from=2026-02-02&to=2026-08-03')
    const list = await viewer.get('/api/v1/comparisons?metric=first_reply&from=2026-02-02&to=2026-08-03')

    expect([body.detail.controls, body.detail.course, body.detail.withoutControl]).toEqual([null, null, null])
    expect(body.comparison.reasons.at(-1).code).toBe('controls_outside_access')
    expect(list.body.comparisons).toEqual([body.comparison])
    expect(text + list.text).not.toMatch(/Bada|Mirae/)
  })

  it('without usable days has no figure', () => {
    const found = answerCell(db, { brandId: 1, metric: 'demand', from: '2026-10-01', to: '2026-10-05', now })

    expect(found).toMatchObject({
      comparison: { state: 'not_enough_data', effect: null },
      detail: null,
      weeks: [],
    })
  })

  it('of a brand that is not there is none', () => {
    expect(answerCell(db, { brandId: 99, metric: 'demand', now })).toBeNull()
  })
})

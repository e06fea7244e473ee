import { describe, expect, it } from 'vitest'
import { createApp } from '../../server/app.ts'
import { refreshGrid } from '../../server/comparison/compare-grid.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { syntheticAccount, now } from '../comparison/synthetic-account.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'
import { signInAs } from './signed-in.ts'

const CELL = '/api/v1/comparisons/1/first_reply'

/** A brand that moved and two that did not; the viewer sees the first. */
async function people(isScopeStrict: boolean) {
  const db = syntheticAccount([
    { id: 1, name: 'Haneul', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
    { id: 2, name: 'Bada', movedOn: null, perDay: 30 },
    { id: 3, name: 'Mirae', movedOn: null, perDay: 30 },
  ])
  updateCutovers(db)
  refreshGrid(db, now, isScopeStrict)
  const ctx = testContext({ db, config: { isScopeStrict } })
  const app = createApp(ctx)
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [1] })
  return {
    admin: await signInAs(app, 'admin@example.com'),
    viewer: await signInAs(app, 'viewer@example.com'),
  }
}

describe('with STRICT_SCOPE on', () => {
  it('a reader of some brands gets verdicts that rest on no others, with all that stands behind them', async () => {
    const { viewer } = await people(true)

    const alone = (await viewer.get(CELL)).body
    const list = (await viewer.get('/api/v1/comparisons?metric=first_reply')).body

    expect(alone.comparison.method).toBe('interrupted')
    expect(list.comparisons).toEqual([alone.comparison])
    expect(alone.comparison.reasons.map(({ code }: { code: string }) => code)).not.toContain(
      'controls_outside_access',
    )
    expect(alone.detail.course).not.toBeNull()
  })

  it('so do narrowed questions', async () => {
    const { viewer } = await people(true)

    const alone = (await viewer.get(`${CELL}?from=2026-01-05`)).body
    const list = (await viewer.get('/api/v1/comparisons?metric=first_reply&from=2026-01-05')).body

    expect(alone.isReport).toBe(false)
    expect(alone.comparison.method).toBe('interrupted')
    expect(list.comparisons).toEqual([alone.comparison])
  })

  it('the rows behind a figure are those of the figure that reader gets', async () => {
    const { viewer } = await people(true)
    const { before } = (await viewer.get(CELL)).body.comparison
    const days = `from=${before.from}&to=${before.to}`

    const list = (await viewer.get(`/api/v1/conversations?brand=1&metric=first_reply&${days}&limit=1`)).body

    expect(list.figure.window).toMatchObject({ side: 'before', value: before.value, n: before.n })
  })

  it('no page shows a verdict against other brands', async () => {
    const { viewer } = await people(true)

    const team = (await viewer.get('/api/v1/team?brand=1')).body

    const methods = team.comparisons.map(({ method }: { method: string | null }) => method)
    expect(methods).toContain('interrupted')
    expect(methods).not.toContain('staggered')
  })

  it('whoever sees all brands reads what they read without it', async () => {
    const [strict, usual] = [await people(true), await people(false)]

    for (const path of [CELL, '/api/v1/comparisons'])
      expect((await strict.admin.get(path)).body).toEqual((await usual.admin.get(path)).body)
  })
})

it('without STRICT_SCOPE every reader sees the same verdict', async () => {
  const { admin, viewer } = await people(false)

  const [one, other] = [(await admin.get(CELL)).body, (await viewer.get(CELL)).body]

  expect(other.comparison.method).toBe('staggered')
  expect({ ...other.comparison, reasons: [] }).toEqual({ ...one.comparison, reasons: [] })
})

import { expect, it } from 'vitest'
import { refreshGrid } from '../../server/comparison/compare-grid.ts'
import { gridFor } from '../../server/comparison/grid-for.ts'
import { updateCutovers } from '../../server/comparison/update-cutovers.ts'
import { buildReport } from '../../server/report/build-report.ts'
import { findPersonByEmail } from '../../server/store/people.ts'
import { now, syntheticAccount } from '../comparison/synthetic-account.ts'
import { addPerson } from '../support/people.ts'
import { testContext } from '../support/test-context.ts'

it('with STRICT_SCOPE on, the mail of a reader of some brands holds the cells of their pages', () => {
  const db = syntheticAccount([
    { id: 1, name: 'Haneul', movedOn: '2026-04-20', perDay: 30, firstReplyRatio: 0.5 },
    { id: 2, name: 'Bada', movedOn: null, perDay: 30 },
  ])
  updateCutovers(db)
  refreshGrid(db, now, true)
  const ctx = testContext({ db, config: { isScopeStrict: true } })
  addPerson(ctx, { email: 'admin@example.com', role: 'administrator' })
  addPerson(ctx, { email: 'viewer@example.com', role: 'viewer', brandIds: [1] })

  const methods = ['admin@example.com', 'viewer@example.com'].map((email) => {
    const person = findPersonByEmail(db, email)
    if (!person) throw new Error(`there is no ${email}`)
    const reader = {
      brandIds: [1],
      grid: gridFor(ctx, person),
      language: 'en',
      zone: 'Asia/Seoul',
      now,
    } as const
    const rows = buildReport(db, reader)?.brands.flatMap((brand) => brand.rows) ?? []
    return rows.find(({ metric }) => metric === 'first_reply')?.cell.method
  })

  expect(methods).toEqual(['staggered', 'interrupted'])
})

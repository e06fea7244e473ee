import { expect, it } from 'vitest'
import { statement } from '../../../server/store/database.ts'
import { addPerson } from '../../support/people.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { miraeId, seedSampleGrid } from '../sample-grid.ts'
import { addRule, changeCell, hour, lookAt, withoutUsualRule } from './alert-rules.ts'

it('people limited to brands are told by verdicts that rest on no other brand, where scope is strict', async () => {
  const ctx = testContext({ config: { isScopeStrict: true } })
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  const owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  const limited = addPerson(ctx, { email: 'limited@demo.example', role: 'viewer', brandIds: [miraeId] })
  statement(ctx.db, 'insert into own_weeks_cell select * from comparison_cell').run()
  statement(
    ctx.db,
    "insert into setting select 'grid_own_weeks', value, updated_at from setting where key = 'grid'",
  ).run()
  addRule(
    ctx,
    owner,
    { kind: 'verdict', change: 'worse', metrics: ['first_reply'] },
    { recipients: { personIds: [owner, limited] } },
  )
  await lookAt(ctx, testNow)

  changeCell(ctx, { brandId: miraeId, metric: 'first_reply' }, { state: 'worse' })
  await lookAt(ctx, testNow + hour)
  const shared = ctx.mails.map(({ to }) => to)
  statement(
    ctx.db,
    `update own_weeks_cell set cell = json_set(cell, '$.state', 'worse')
     where brand_id = ${miraeId} and metric = 'first_reply'`,
  ).run()
  await lookAt(ctx, testNow + 3 * hour)

  expect(shared).toEqual(['owner@demo.example'])
  expect(ctx.mails.map(({ to }) => to)).toEqual(['owner@demo.example', 'limited@demo.example'])
})

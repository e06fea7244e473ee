import { beforeEach, describe, expect, it } from 'vitest'
import { setGoal } from '../../../server/store/goals.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { miraeId, seedSampleGrid } from '../sample-grid.ts'
import { addRule, changeCell, day, hour, lookAt, withoutUsualRule } from './alert-rules.ts'

const csat = { brandId: miraeId, metric: 'csat' as const }
let ctx: TestContext

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  withoutUsualRule(ctx)
  const owner = addPerson(ctx, { email: 'owner@demo.example', role: 'administrator' })
  addRule(ctx, owner, { kind: 'goal', metrics: null })
  latest(0.87)
})

describe('a goal', () => {
  it('that is not reached by its day is told once the day has passed, and when it is reached after all', async () => {
    goal(0.9, '2026-11-17')
    await lookAt(ctx, testNow)
    await lookAt(ctx, testNow + day)
    const onItsDay = ctx.mails.length
    await lookAt(ctx, testNow + 2 * day)
    latest(0.91)
    await lookAt(ctx, testNow + 3 * day)
    await lookAt(ctx, testNow + 4 * day)

    expect(onItsDay).toBe(0)
    expect(ctx.mails.map(({ subject }) => subject)).toEqual([
      'Cutover alert: Customer satisfaction (CSAT), Mirae Outdoor: goal missed: 87.0% instead of at least 90.0%',
      'Cutover, over: Customer satisfaction (CSAT), Mirae Outdoor: goal reached: 91.0%',
    ])
    expect(ctx.mails[0].text).toContain('It was to be reached by 17 November 2026.')
  })

  it('without a day is missed only where it was reached before', async () => {
    goal(0.9, null)
    await lookAt(ctx, testNow)
    await lookAt(ctx, testNow + day)
    const never = ctx.mails.length
    latest(0.92)
    await lookAt(ctx, testNow + 2 * day)
    latest(0.88)
    await lookAt(ctx, testNow + 3 * day)

    expect(never).toBe(0)
    expect(ctx.mails).toHaveLength(1)
    expect(ctx.mails[0].text).toContain('It was reached before and is not any more.')
  })

  it('that is set anew is no news by itself', async () => {
    goal(0.8, null)
    await lookAt(ctx, testNow)
    goal(0.95, '2026-11-15')
    await lookAt(ctx, testNow + hour)
    await lookAt(ctx, testNow + 2 * day)

    expect(ctx.mails).toEqual([])
  })
})

function goal(value: number, dueOn: string | null): void {
  setGoal(ctx.db, { ...csat, value, dueOn }, { actor: 'owner@demo.example', now: testNow })
}

function latest(value: number): void {
  changeCell(ctx, csat, { now: { value, n: 500, from: '2026-08-17', to: '2026-11-16' } })
}

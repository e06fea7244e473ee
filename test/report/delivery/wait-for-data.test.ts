import { beforeEach, describe, expect, it } from 'vitest'
import { deliverDueReports } from '../../../server/report/delivery/deliver-due.ts'
import { forEveryMetric } from '../../../server/store/comparison-cells.ts'
import { statement } from '../../../server/store/database.ts'
import { ensureWeeklySchedule } from '../../../server/store/report-schedules.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { seedSampleGrid, setDataCompleteTo } from '../sample-grid.ts'

const monday = '2026-11-15T15:00:00.000Z'
let ctx: TestContext

beforeEach(() => {
  ctx = testContext({ config: { publicUrl: 'https://cutover.example' } })
  seedSampleGrid(ctx.db)
  const owner = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  ensureWeeklySchedule(ctx.db, {
    name: 'Weekly',
    zone: 'Asia/Seoul',
    weekday: 1,
    hour: 8,
    ownerId: owner,
    recipientIds: [owner],
  })
})

describe('a weekly mail', () => {
  it('waits until the data covers the whole week', async () => {
    setDataCompleteTo(ctx.db, '2026-11-15T14:59:00.000Z')
    const early = await deliver()
    setDataCompleteTo(ctx.db, monday)
    const later = await deliver()

    expect(early).toMatchObject({ sent: 0, skipped: 1 })
    expect(early.notes[0]).toBe(
      'Weekly, admin@demo.example: not yet, the data is complete only to 2026-11-15T14:59:00.000Z',
    )
    expect(later).toMatchObject({ sent: 1, skipped: 0 })
  })

  it('waits for every metric that has a figure of the week', async () => {
    setDataCompleteTo(ctx.db, null, { ...forEveryMetric(() => monday), csat: null })

    expect(await deliver()).toMatchObject({ sent: 0, skipped: 1 })
  })

  it('does not wait for a metric without one, and warns of it', async () => {
    setDataCompleteTo(ctx.db, null, { ...forEveryMetric(() => monday), csat: null })
    statement(ctx.db, "update comparison_cell set series = '[]' where metric = 'csat'").run()

    expect(await deliver()).toMatchObject({ sent: 1, skipped: 0 })
    expect(ctx.mails[0].text).toContain('The data has not been completed yet.')
  })
})

function deliver() {
  return deliverDueReports(ctx, { now: testNow })
}

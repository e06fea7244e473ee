import { deliverDueReports } from '../../../server/report/delivery/deliver-due.ts'
import type { DeliverySummary } from '../../../server/report/delivery/summary.ts'
import type { Delivery } from '../../../server/store/read-deliveries.ts'
import { readDeliveries } from '../../../server/store/read-deliveries.ts'
import { ensureWeeklySchedule } from '../../../server/store/report-schedules.ts'
import { addPerson } from '../../support/people.ts'
import type { TestContext, TestContextOverrides } from '../../support/test-context.ts'
import { testContext, testNow } from '../../support/test-context.ts'
import { miraeId, saebyeokId, seedSampleGrid } from '../sample-grid.ts'

export type DeliveryAccount = {
  ctx: TestContext
  /** Sees every brand, owns the reports. */
  admin: number
  /** Sees two brands. */
  viewer: number
  /** Due at 08:00 on Mondays in Seoul: an hour before tests stand. */
  addSchedule(recipientIds: number[], change?: { name?: string; ownerId?: number }): number
  deliver(options?: { now?: number; isForced?: boolean; signal?: AbortSignal }): Promise<DeliverySummary>
  deliveries(): Delivery[]
  /** What became of each address's mail, in the order of addresses. */
  outcomes(): Record<string, string | null>
}

/** An account whose weekly report to an administrator and a viewer is due. */
export function deliveryAccount(
  overrides: TestContextOverrides = {},
): DeliveryAccount & { schedule: number } {
  const ctx = testContext({ config: { publicUrl: 'https://cutover.example' }, ...overrides })
  seedSampleGrid(ctx.db)
  const admin = addPerson(ctx, { email: 'admin@demo.example', role: 'administrator' })
  const viewer = addPerson(ctx, {
    email: 'viewer@demo.example',
    role: 'viewer',
    brandIds: [miraeId, saebyeokId],
  })
  const addSchedule: DeliveryAccount['addSchedule'] = (recipientIds, change = {}) =>
    ensureWeeklySchedule(ctx.db, {
      name: 'Weekly',
      zone: 'Asia/Seoul',
      weekday: 1,
      hour: 8,
      ownerId: admin,
      recipientIds,
      ...change,
    })
  const schedule = addSchedule([admin, viewer])
  const deliveries = () => readDeliveries(ctx.db, schedule)
  return {
    ctx,
    admin,
    viewer,
    schedule,
    addSchedule,
    deliver: (options = {}) => deliverDueReports(ctx, { now: testNow, ...options }),
    deliveries,
    outcomes: () =>
      Object.fromEntries(
        deliveries()
          .map(({ address, outcome }): [string, string | null] => [address, outcome])
          .sort(([one], [other]) => one.localeCompare(other)),
      ),
  }
}

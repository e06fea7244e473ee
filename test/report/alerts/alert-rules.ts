import type { AlertWatch } from '../../../server/contract-alert.ts'
import { runAlerts } from '../../../server/report/alerts/run-alerts.ts'
import type { AlertsSummary } from '../../../server/report/alerts/run-alerts.ts'
import { writeAlertRecipients } from '../../../server/store/alert-recipients.ts'
import type { AlertChoices } from '../../../server/store/alert-rules.ts'
import { createRule } from '../../../server/store/alert-rules.ts'
import { statement } from '../../../server/store/database.ts'
import type { NamedRecipients } from '../../../server/store/named-recipients.ts'
import { writeSetting } from '../../../server/store/settings.ts'
import type { TestContext } from '../../support/test-context.ts'
import { testNow } from '../../support/test-context.ts'

export const hour = 3_600_000
export const day = 24 * hour

/** No rule is made by itself: a test sees those it makes. */
export function withoutUsualRule(ctx: TestContext): void {
  writeSetting(ctx.db, 'usual_alert_made', 'none', testNow)
}

export function addRule(
  ctx: TestContext,
  ownerId: number,
  watch: AlertWatch,
  choices: Partial<AlertChoices> & { recipients?: Partial<NamedRecipients> } = {},
): number {
  const { recipients, ...others } = choices
  const id = createRule(
    ctx.db,
    {
      name: 'Watchful',
      watch,
      brandIds: null,
      tellsEnd: true,
      repeatDays: null,
      zone: 'Asia/Seoul',
      hours: null,
      tellsAdministrators: false,
      ...others,
    },
    { ownerId, now: testNow },
  )
  writeAlertRecipients(ctx.db, id, { personIds: [ownerId], groupIds: [], addresses: [], ...recipients })
  return id
}

export function lookAt(ctx: TestContext, now: number): Promise<AlertsSummary> {
  return runAlerts({ ...ctx, clock: { now: () => now } }, { now })
}

/** Changes what a stored cell says, as a new computation would. */
export function changeCell(
  ctx: TestContext,
  { brandId, metric }: { brandId: number; metric: string },
  change: Record<string, unknown>,
): void {
  for (const [path, value] of Object.entries(change))
    statement(
      ctx.db,
      `update comparison_cell set cell = json_set(cell, :path, json(:value))
       where brand_id = :brandId and metric = :metric`,
    ).run({ path: `$.${path}`, value: JSON.stringify(value), brandId, metric })
}

/** Adds a complete week to the series of a figure. */
export function addWeek(
  ctx: TestContext,
  { brandId, metric }: { brandId: number; metric: string },
  week: { from: string; to: string; value: number | null; n: number; complete: boolean },
): void {
  statement(
    ctx.db,
    `update comparison_cell set series = json_insert(series, '$[#]', json(:week))
     where brand_id = :brandId and metric = :metric`,
  ).run({ week: JSON.stringify(week), brandId, metric })
}

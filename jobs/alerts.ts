import type { Context } from '../server/context.ts'
import { UpstreamError } from '../server/platform/problem.ts'
import type { AlertsSummary } from '../server/report/alerts/run-alerts.ts'
import { runAlerts } from '../server/report/alerts/run-alerts.ts'

/**
 * Looks at what people want to be told of and sends what is news; running it again sends nothing twice. The run fails if
 * a mail failed or its fate is unknown, after everybody was tried.
 */
export async function runAlertsJob(ctx: Context, signal: AbortSignal): Promise<AlertsSummary> {
  const summary = await runAlerts(ctx, { now: ctx.clock.now(), signal })
  const { sent, failed, unknown, notes } = summary
  if (failed + unknown > 0)
    throw new UpstreamError(
      `alerts: ${sent} mails sent, ${failed} failed, ${unknown} of unknown fate; failed ones are tried again at the next run, the others are not: ${notes.join('; ')}`,
      null,
    )
  return summary
}

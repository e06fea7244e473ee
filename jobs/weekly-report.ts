import type { Context } from '../server/context.ts'
import { UpstreamError } from '../server/platform/problem.ts'
import { deliverDueReports } from '../server/report/delivery/deliver-due.ts'
import type { DeliverySummary } from '../server/report/delivery/summary.ts'

/**
 * Sends the weekly mails that are due; running it again sends nothing twice.
 * Every recipient is tried first; then the run fails if a mail failed or its fate is unknown,
 * so that nobody takes silence for success.
 */
export async function runWeeklyReport(
  ctx: Context,
  options: { isForced?: boolean; signal?: AbortSignal } = {},
): Promise<DeliverySummary> {
  const summary = await deliverDueReports(ctx, { ...options, now: ctx.clock.now() })
  const { sent, failed, unknown, notes } = summary
  if (failed + unknown > 0) {
    throw new UpstreamError(
      `weekly mails: ${sent} sent, ${failed} failed, ${unknown} of unknown fate; failed ones are tried again where that can help, the others only when you ask for it: ${notes.join('; ')}`,
      null,
    )
  }
  return summary
}

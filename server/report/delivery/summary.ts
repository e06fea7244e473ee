import type { DeliveryOutcome } from '../../store/report-deliveries.ts'

export type DeliverySummary = Record<DeliveryOutcome, number> & {
  /** Why something was not sent, one line each. */
  notes: string[]
}

/**
 * `skipped`: recipients who have the mail already, or for whom there is nothing to send yet. `unknown`: mails that may or
 * may not have gone out; they are not sent again by themselves.
 */
export function emptySummary(): DeliverySummary {
  return { sent: 0, failed: 0, skipped: 0, unknown: 0, notes: [] }
}

import type { Database } from './database.ts'
import { statement } from './database.ts'

export type DeliveryOutcome = 'sent' | 'failed' | 'unknown' | 'skipped'

/** How a claimed mail ended. */
export type MailEnd = {
  outcome: DeliveryOutcome
  message: string
  now: number
  /** Of a failed one (epoch ms); null = not tried again by itself. */
  nextTryAt?: number | null
  bytes?: number | null
}

/** Writes down how a claimed mail of a report or of alerts ended. */
export function settleMail(
  db: Database,
  table: 'report_delivery' | 'alert_mail',
  id: number,
  end: MailEnd,
): void {
  statement(
    db,
    `update ${table} set settled_at = :now, outcome = :outcome, message = :message, next_try_at = :nextTryAt,
       bytes = coalesce(:bytes, bytes) where id = :id`,
  ).run({ nextTryAt: null, bytes: null, ...end, id })
}

import type { AlertNotice } from './alert-events.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { DeliveryOutcome, MailEnd } from './settle-mail.ts'
import { settleMail } from './settle-mail.ts'

/** One mail with alerts to one address. Moments are epoch ms. */
export type AlertMail = {
  id: number
  address: string
  messageId: string
  claimedAt: number
  outcome: DeliveryOutcome | null
  message: string | null
  attempts: number
  nextTryAt: number | null
}

const columns = `id, address, message_id as messageId, claimed_at as claimedAt, outcome, message, attempts,
  next_try_at as nextTryAt`

/**
 * Takes the right to tell these notices in one mail, before it is sent: a claim that is on the disk, so that a power cut
 * never sends twice. @returns the mail's id, or null where one of the notices was put into another mail
 */
export function claimAlertMail(
  db: Database,
  mail: { address: string; personId: number | null; messageId: string; subject: string; now: number },
  notices: readonly AlertNotice[],
): number | null {
  return onDisk(db, () =>
    inTransaction(db, () => {
      const row = statement<{ id: number }>(
        db,
        `insert into alert_mail (address, person_id, message_id, subject, claimed_at)
         values (:address, :personId, :messageId, :subject, :now) on conflict do nothing returning id`,
      ).get(mail)
      if (row === undefined) return null
      for (const { event, address } of notices)
        statement(
          db,
          `update alert_notice set mail_id = :mailId
           where event_id = :eventId and address = :address and mail_id is null and dropped_at is null`,
        ).run({ mailId: row.id, eventId: event.id, address })
      return row.id
    }),
  )
}

/** The same for a mail that was not taken, once its time has come; false where there is nothing to take. */
export function claimAlertMailAgain(db: Database, id: number, now: number): boolean {
  return onDisk(
    db,
    () =>
      statement(
        db,
        `update alert_mail set claimed_at = :now, settled_at = null, outcome = null, message = null,
           next_try_at = null, attempts = attempts + 1
         where id = :id and outcome = 'failed' and next_try_at <= :now`,
      ).run({ id, now }).changes > 0,
  )
}

/** Writes down how a claimed mail ended. */
export function settleAlertMail(db: Database, id: number, end: MailEnd): void {
  settleMail(db, 'alert_mail', id, end)
}

/** Claims an earlier run left open: the mail may have gone out or not. Gives back how many there were. */
export function settleAbandonedAlertMails(db: Database, now: number): number {
  return statement(
    db,
    `update alert_mail set settled_at = :now, outcome = 'unknown',
       message = 'the process ended between claiming and recording; ask the recipient'
     where outcome is null`,
  ).run({ now }).changes
}

/** Mails that were not taken and whose next try is due. */
export function readDueAlertMails(db: Database, now: number): AlertMail[] {
  return statement<AlertMail>(
    db,
    `select ${columns} from alert_mail where outcome = 'failed' and next_try_at <= :now order by id`,
  ).all({ now })
}

export function readAlertMail(db: Database, id: number): AlertMail | null {
  const row = statement<AlertMail>(db, `select ${columns} from alert_mail where id = :id`).get({ id })
  return row ?? null
}

/** When an address last got an alert, or may have; null = never. */
export function lastAlertMailAt(db: Database, address: string): number | null {
  return (
    statement<{ at: number | null }>(
      db,
      `select max(claimed_at) as at from alert_mail
       where address = :address and (outcome is null or outcome in ('sent', 'unknown'))`,
    ).get({ address })?.at ?? null
  )
}

function onDisk<Result>(db: Database, work: () => Result): Result {
  db.pragma('synchronous = FULL')
  try {
    return work()
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}

import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { Delivery } from './read-deliveries.ts'
import { ABANDONED, deliveryColumns } from './read-deliveries.ts'
import type { DeliveryOutcome, MailEnd } from './settle-mail.ts'
import { settleMail } from './settle-mail.ts'

/** Why an occasion brings somebody no mail: nothing is new, or their week's data did not come in time. */
export type SkipReason = 'nothing_new' | 'too_late'

export type Claim = Pick<
  Delivery,
  'scheduleId' | 'address' | 'personId' | 'occasion' | 'periodFrom' | 'periodTo' | 'messageId'
> & { now: number }

/**
 * Takes the right to send one mail, before it is sent. A failed one may be taken again once its time has come; one that
 * was sent, or of which nobody knows whether it was, may not.
 * @returns the delivery's id, or null when there is nothing to take
 */
export function claimDelivery(db: Database, claim: Claim): number | null {
  return onDisk(db, () => {
    const row = statement<{ id: number }>(
      db,
      `insert into report_delivery (schedule_id, address, person_id, occasion, period_from, period_to, message_id,
         claimed_at)
       values (:scheduleId, :address, :personId, :occasion, :periodFrom, :periodTo, :messageId, :now)
       on conflict (schedule_id, address, occasion) do update
         set claimed_at = excluded.claimed_at, period_from = excluded.period_from, period_to = excluded.period_to,
           settled_at = null, outcome = null, message = null, next_try_at = null, attempts = attempts + 1
         where outcome = 'failed' and next_try_at <= excluded.claimed_at
       returning id`,
    ).get(claim)
    return row?.id ?? null
  })
}

/**
 * The same because a person says so: whatever became of it before. What was sent, or may have been, gets another name,
 * or the recipient's server would take it for the one it has.
 * @returns the id and the name of the mail, or null while it is being sent
 */
export function claimAgain(db: Database, id: number, now: number): Pick<Delivery, 'id' | 'messageId'> | null {
  return onDisk(
    db,
    () =>
      statement<{ id: number; messageId: string }>(
        db,
        `update report_delivery
         set message_id = case when outcome = 'failed' then message_id
             else replace(message_id, '@', '.' || (attempts + 1) || '@') end,
           claimed_at = :now, settled_at = null, outcome = null, message = null, next_try_at = null,
           again_asked_at = null, attempts = attempts + 1
         where id = :id and outcome is not null
         returning id, message_id as messageId`,
      ).get({ id, now }) ?? null,
  )
}

/** On the disk before the mail leaves: a power cut must not forget the claim of a mail that went out. */
function onDisk<Result>(db: Database, work: () => Result): Result {
  db.pragma('synchronous = FULL')
  try {
    return work()
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}

/** Writes down that this occasion brings somebody no mail. */
export function skipDelivery(db: Database, claim: Claim, reason: SkipReason): void {
  statement(
    db,
    `insert into report_delivery (schedule_id, address, person_id, occasion, period_from, period_to, message_id,
       claimed_at, settled_at, outcome, message, attempts)
     values (:scheduleId, :address, :personId, :occasion, :periodFrom, :periodTo, :messageId,
       :now, :now, 'skipped', :reason, 0)
     on conflict do nothing`,
  ).run({ ...claim, reason })
}

/** Writes down how a claimed mail ended. */
export function settleDelivery(db: Database, id: number, end: MailEnd): void {
  settleMail(db, 'report_delivery', id, end)
}

/** Claims an earlier run left open: the mail may have gone out or not, so they become 'unknown'. */
export function settleAbandonedDeliveries(db: Database, now: number): Delivery[] {
  const open = statement<Delivery>(
    db,
    `select ${deliveryColumns} from report_delivery where outcome is null order by id`,
  ).all()
  for (const { id } of open)
    settleDelivery(db, id, {
      outcome: 'unknown',
      message: ABANDONED,
      now,
    })
  return open
}

/** Has a mail sent again, whatever became of it; false while it is being sent. */
export function askAgain(db: Database, id: number, now: number): boolean {
  const sql = 'update report_delivery set again_asked_at = :now where id = :id and outcome is not null'
  return statement(db, sql).run({ id, now }).changes > 0
}

/** It will not be sent again after all. */
export function forgetAskedAgain(db: Database, id: number): void {
  statement(db, 'update report_delivery set again_asked_at = null where id = :id').run({ id })
}

/** Mails people want sent again, in the order they asked. */
export function readAskedAgain(db: Database): Delivery[] {
  return statement<Delivery>(
    db,
    `select ${deliveryColumns} from report_delivery where again_asked_at is not null order by again_asked_at, id`,
  ).all()
}

/** Adds a mail that was sent at once, after it was. */
export function recordDelivery(
  db: Database,
  claim: Claim,
  end: { outcome: Exclude<DeliveryOutcome, 'skipped'>; message: string; bytes: number | null },
): void {
  statement(
    db,
    `insert into report_delivery (schedule_id, address, person_id, occasion, period_from, period_to, message_id,
       claimed_at, settled_at, outcome, message, bytes)
     values (:scheduleId, :address, :personId, :occasion, :periodFrom, :periodTo, :messageId,
       :now, :now, :outcome, :message, :bytes)`,
  ).run({ ...claim, ...end })
}

import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { DeliveryOutcome, MailEnd } from './settle-mail.ts'
import { settleMail } from './settle-mail.ts'

/** Why an occasion brings somebody no mail: nothing is new, or their week's data did not come in time. */
export type SkipReason = 'nothing_new' | 'too_late'

/** One mail to one address for one occasion. */
export type Delivery = {
  id: number
  scheduleId: number
  address: string
  personId: number | null
  /** The day it fell due; of a notice to the owner 'notice ' and that day. */
  occasion: string
  periodFrom: Day
  periodTo: Day
  messageId: string
  claimedAt: number
  settledAt: number | null
  /** Null while it is being sent. */
  outcome: DeliveryOutcome | null
  /** What the mail server or the failure said; of a skipped one a SkipReason. */
  message: string | null
  attempts: number
  /** Of a failed one; null = not tried again by itself. */
  nextTryAt: number | null
  bytes: number | null
  /** When a person asked for it to be sent again; null once it was. */
  againAskedAt: number | null
}

export type Claim = Pick<
  Delivery,
  'scheduleId' | 'address' | 'personId' | 'occasion' | 'periodFrom' | 'periodTo' | 'messageId'
> & { now: number }

const columns = `id, schedule_id as scheduleId, address, person_id as personId, occasion, period_from as periodFrom,
  period_to as periodTo, message_id as messageId, claimed_at as claimedAt, settled_at as settledAt, outcome, message,
  attempts, next_try_at as nextTryAt, bytes, again_asked_at as againAskedAt`

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

/** Says that it was our end that broke off, not the mail server's. */
const ABANDONED = 'the process ended between claiming and recording; ask the recipient before sending again'

/** Claims an earlier run left open: the mail may have gone out or not, so they become 'unknown'. */
export function settleAbandonedDeliveries(db: Database, now: number): Delivery[] {
  const open = statement<Delivery>(
    db,
    `select ${columns} from report_delivery where outcome is null order by id`,
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
    `select ${columns} from report_delivery where again_asked_at is not null order by again_asked_at, id`,
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

/** How the mails a server was given last ended, newest first; not those our own process broke off. */
export function readNewestOutcomes(
  db: Database,
  limit: number,
): { outcome: DeliveryOutcome; settledAt: number }[] {
  return statement<{ outcome: DeliveryOutcome; settledAt: number }>(
    db,
    `select outcome, settled_at as settledAt from report_delivery
     where outcome <> 'skipped' and message is not :abandoned
     order by settled_at desc, id desc limit :limit`,
  ).all({ limit, abandoned: ABANDONED })
}

/**
 * Mails of an occasion of which its owner is told: of unknown fate, not to be delivered or not for some tries, left out
 * because their week's data came too late, or telling of an earlier week for that.
 * @param dueAt when the occasion fell due; what was sent before was not late
 */
export function readTroubledDeliveries(
  db: Database,
  asked: { scheduleId: number; occasion: string; dueAt: number; periodTo: Day; tries: number },
): (Delivery & { isAddressRefused: 0 | 1 })[] {
  return statement<Delivery & { isAddressRefused: 0 | 1 }>(
    db,
    `select ${columns},
       exists (select 1 from mail_refused_address r where r.address = d.address) as isAddressRefused
     from report_delivery d
     where schedule_id = :scheduleId and occasion = :occasion and (
       outcome = 'unknown'
       or (outcome = 'failed' and (next_try_at is null or attempts >= :tries))
       or (outcome = 'skipped' and message = 'too_late')
       or (outcome = 'sent' and period_to < :periodTo and claimed_at >= :dueAt))
     order by id`,
  ).all(asked)
}

/** How the mails of the newest occasion ended, or null before the first. */
export function readLastTally(
  db: Database,
  scheduleId: number,
): ({ occasion: string } & Record<DeliveryOutcome, number>) | null {
  return (
    statement<{ occasion: string } & Record<DeliveryOutcome, number>>(
      db,
      `select occasion, sum(outcome is 'sent') as sent, sum(outcome is 'failed') as failed,
         sum(outcome is 'unknown') as unknown, sum(outcome is 'skipped') as skipped
       from report_delivery where schedule_id = :scheduleId and occasion glob '[0-9]*'
       group by occasion order by occasion desc limit 1`,
    ).get({ scheduleId }) ?? null
  )
}

export function readDelivery(db: Database, id: number): Delivery | null {
  const row = statement<Delivery>(db, `select ${columns} from report_delivery where id = :id`).get({ id })
  return row ?? null
}

/** Which deliveries of a schedule to read; `after` = the last one that was read already. */
export type DeliveriesAsked = {
  limit?: number
  occasion?: string | undefined
  outcome?: DeliveryOutcome | undefined
  after?: Pick<Delivery, 'claimedAt' | 'id'> | null
}

/** The deliveries of a schedule, newest first. */
export function readDeliveries(
  db: Database,
  scheduleId: number,
  { limit = 1000, occasion, outcome, after = null }: DeliveriesAsked = {},
): Delivery[] {
  const conditions = [
    'schedule_id = :scheduleId',
    ...(occasion === undefined ? [] : ['occasion = :occasion']),
    ...(outcome === undefined ? [] : ['outcome = :outcome']),
    ...(after === null ? [] : ['claimed_at <= :claimedAt', '(claimed_at < :claimedAt or id > :id)']),
  ]
  return statement<Delivery>(
    db,
    `select ${columns} from report_delivery where ${conditions.join(' and ')}
     order by claimed_at desc, id limit :limit`,
  ).all({ scheduleId, occasion, outcome, ...after, limit })
}

/** What became of an address's mail of an occasion; null before it was claimed. */
export function readOccasionDelivery(
  db: Database,
  asked: Pick<Delivery, 'scheduleId' | 'address' | 'occasion'>,
): Delivery | null {
  const row = statement<Delivery>(
    db,
    `select ${columns} from report_delivery
     where schedule_id = :scheduleId and address = :address and occasion = :occasion`,
  ).get(asked)
  return row ?? null
}

/** The names of all mails of the reports somebody owns. */
export function readMessageIdsOf(db: Database, ownerId: number): string[] {
  return statement<{ messageId: string }>(
    db,
    `select message_id as messageId from report_delivery
     where schedule_id in (select id from report_schedule where owner_id = :ownerId)`,
  )
    .all({ ownerId })
    .map(({ messageId }) => messageId)
}

import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { DeliveryOutcome } from './settle-mail.ts'

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

/** Of `Delivery`. */
export const deliveryColumns = `id, schedule_id as scheduleId, address, person_id as personId, occasion, period_from as periodFrom,
  period_to as periodTo, message_id as messageId, claimed_at as claimedAt, settled_at as settledAt, outcome, message,
  attempts, next_try_at as nextTryAt, bytes, again_asked_at as againAskedAt`

/** Says that it was our end that broke off, not the mail server's. */
export const ABANDONED =
  'the process ended between claiming and recording; ask the recipient before sending again'

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
    `select ${deliveryColumns},
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
  const row = statement<Delivery>(db, `select ${deliveryColumns} from report_delivery where id = :id`).get({
    id,
  })
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
    `select ${deliveryColumns} from report_delivery where ${conditions.join(' and ')}
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
    `select ${deliveryColumns} from report_delivery
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

import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export type ScheduleRow = {
  id: number
  name: string
  zone: string
  /** 1 = Monday. */
  weekday: number
  hour: number
  owner_id: number
  paused_at: number | null
}

export type DeliveryRow = {
  id: number
  schedule_id: number
  person_id: number
  period_from: Day
  period_to: Day
  message_id: string
  claimed_at: number
  settled_at: number | null
  outcome: 'sent' | 'failed' | 'unknown' | null
  message: string | null
}

export type Claim = {
  scheduleId: number
  personId: number
  periodFrom: Day
  periodTo: Day
  messageId: string
  now: number
}

/**
 * Makes the weekly schedule of this name unless there is one, and adds the recipients it lacks.
 * What people changed since (hour, zone, pause) stays as they left it.
 */
export function ensureWeeklySchedule(
  db: Database,
  schedule: {
    name: string
    zone: string
    weekday: number
    hour: number
    ownerId: number
    recipientIds: readonly number[]
  },
): number {
  return inTransaction(db, () => {
    const { recipientIds, ...values } = schedule
    const id = findSchedule(db, schedule.name) ?? insertSchedule(db, values)
    for (const personId of recipientIds) {
      statement(
        db,
        'insert into report_recipient (schedule_id, person_id) values (:id, :personId) on conflict do nothing',
      ).run({ id, personId })
    }
    return id
  })
}

function findSchedule(db: Database, name: string): number | null {
  const sql = 'select id from report_schedule where name = :name order by id'
  return statement<{ id: number }>(db, sql).get({ name })?.id ?? null
}

function insertSchedule(
  db: Database,
  values: { name: string; zone: string; weekday: number; hour: number; ownerId: number },
): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into report_schedule (name, zone, weekday, hour, owner_id)
     values (:name, :zone, :weekday, :hour, :ownerId)`,
  ).run(values)
  return Number(lastInsertRowid)
}

/** True once somebody set up a weekly mail, paused or not. */
export function hasSchedule(db: Database): boolean {
  return statement(db, 'select 1 from report_schedule limit 1').get() !== undefined
}

/** Schedules nobody has paused. */
export function readActiveSchedules(db: Database): ScheduleRow[] {
  return statement<ScheduleRow>(db, 'select * from report_schedule where paused_at is null order by id').all()
}

export function pauseSchedule(db: Database, id: number, now: number): void {
  statement(db, 'update report_schedule set paused_at = :now where id = :id').run({ id, now })
}

/** Recipients whose accounts are open, in the order they joined. */
export function readRecipientIds(db: Database, scheduleId: number): number[] {
  const rows = statement<{ id: number }>(
    db,
    `select person.id from person
     join report_recipient on report_recipient.person_id = person.id
     where schedule_id = :scheduleId and disabled_at is null
     order by person.id`,
  ).all({ scheduleId })
  return rows.map((row) => row.id)
}

/**
 * Takes the right to send one mail, before it is sent. A failed one may be taken again; one that was sent,
 * or of which nobody knows whether it was, may not.
 * @returns the delivery's id, or null when there is nothing to take
 */
export function claimDelivery(db: Database, claim: Claim): number | null {
  // On the disk before the mail leaves: a power cut must not forget the claim of a mail that went out.
  db.pragma('synchronous = FULL')
  try {
    return insertClaim(db, claim)
  } finally {
    db.pragma('synchronous = NORMAL')
  }
}

function insertClaim(db: Database, claim: Claim): number | null {
  const row = statement<{ id: number }>(
    db,
    `insert into report_delivery (schedule_id, person_id, period_from, period_to, message_id, claimed_at)
     values (:scheduleId, :personId, :periodFrom, :periodTo, :messageId, :now)
     on conflict (schedule_id, person_id, period_from) do update
       set claimed_at = excluded.claimed_at, settled_at = null, outcome = null, message = null
       where outcome = 'failed'
     returning id`,
  ).get(claim)
  return row?.id ?? null
}

/** Writes down how a claimed mail ended. */
export function settleDelivery(
  db: Database,
  id: number,
  end: { outcome: 'sent' | 'failed' | 'unknown'; message: string; now: number },
): void {
  statement(
    db,
    'update report_delivery set settled_at = :now, outcome = :outcome, message = :message where id = :id',
  ).run({ id, ...end })
}

/** Claims an earlier run left open: the mail may have gone out or not, so they become 'unknown'. Returns how many. */
export function settleAbandonedDeliveries(db: Database, now: number): number {
  return statement(
    db,
    `update report_delivery set settled_at = :now, outcome = 'unknown',
       message = 'the process ended between claiming and recording; ask the recipient before sending again'
     where outcome is null`,
  ).run({ now }).changes
}

/** Every delivery of a schedule, newest period first. */
export function readDeliveries(db: Database, scheduleId: number): DeliveryRow[] {
  return statement<DeliveryRow>(
    db,
    'select * from report_delivery where schedule_id = :scheduleId order by period_from desc, person_id',
  ).all({ scheduleId })
}

/** True when the person's mail for the period needs no further try: sent, or unknown. */
export function isDelivered(
  db: Database,
  key: { scheduleId: number; personId: number; periodFrom: Day },
): boolean {
  const row = statement<{ outcome: string | null }>(
    db,
    `select outcome from report_delivery
     where schedule_id = :scheduleId and person_id = :personId and period_from = :periodFrom`,
  ).get(key)
  return row !== undefined && row.outcome !== 'failed'
}

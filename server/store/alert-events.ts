import type { AlertEventKind, AlertFacts } from '../contract-alert.ts'
import type { GridKind } from './comparison-cells.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** Something a rule noticed. Moments are epoch ms. */
export type AlertEvent = {
  id: number
  ruleId: number
  grid: GridKind
  subject: string
  /** Null: of the whole account. */
  brandId: number | null
  kind: AlertEventKind
  at: number
  /** When what it tells of began. */
  spell: number
  facts: AlertFacts
}
/** Held back until it is over; told of an end whose beginning was not told; out of reach by then; paused. */
export type DropReason = 'over_meanwhile' | 'never_told' | 'not_reached' | 'paused'
export type AlertNotice = {
  event: AlertEvent
  address: string
}
/** How many of an event's notices were mailed, with what end, wait or were dropped. */
export type EventTally = {
  eventId: number
  sent: number
  failed: number
  unknown: number
  waiting: number
  dropped: number
  because: string | null
}

type Row = Omit<AlertEvent, 'facts'> & { facts: string }

const columns = `event.id, event.rule_id as ruleId, event.grid, event.subject, event.brand_id as brandId, event.kind,
  event.at, event.spell, event.facts`

/** Writes down what was noticed, and for whom it is. */
export function addEvent(db: Database, event: Omit<AlertEvent, 'id'>, addresses: readonly string[]): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into alert_event (rule_id, grid, subject, brand_id, kind, at, spell, facts)
     values (:ruleId, :grid, :subject, :brandId, :kind, :at, :spell, :facts)`,
  ).run({ ...event, facts: JSON.stringify(event.facts) })
  const eventId = Number(lastInsertRowid)
  const insert = statement(
    db,
    'insert into alert_notice (event_id, address) values (:eventId, :address) on conflict do nothing',
  )
  for (const address of addresses) insert.run({ eventId, address })
  return eventId
}

/** Notices that were neither put into a mail nor dropped, in the order in which things came up. */
export function readWaitingNotices(db: Database): AlertNotice[] {
  return statement<Row & { address: string }>(
    db,
    `select ${columns}, notice.address from alert_notice notice join alert_event event on event.id = notice.event_id
     where notice.mail_id is null and notice.dropped_at is null order by notice.address, event.at, event.id`,
  )
    .all()
    .map(toNotice)
}

/** What a mail told, or was to tell. */
export function readNoticesOfMail(db: Database, mailId: number): AlertNotice[] {
  return statement<Row & { address: string }>(
    db,
    `select ${columns}, notice.address from alert_notice notice join alert_event event on event.id = notice.event_id
     where notice.mail_id = :mailId and notice.dropped_at is null order by event.at, event.id`,
  )
    .all({ mailId })
    .map(toNotice)
}

export function dropNotice(
  db: Database,
  { event, address }: AlertNotice,
  { because, now }: { because: DropReason; now: number },
): void {
  statement(
    db,
    `update alert_notice set dropped_at = :now, dropped_because = :because
     where event_id = :eventId and address = :address`,
  ).run({ eventId: event.id, address, because, now })
}

/** Whether an address was told that this spell began: nobody is told the end of what they never heard of. */
export function wasTold(db: Database, { event, address }: AlertNotice): boolean {
  return (
    statement(
      db,
      `select 1 from alert_notice notice join alert_event event on event.id = notice.event_id
       where notice.address = :address and notice.mail_id is not null and event.rule_id = :ruleId
         and event.grid = :grid and event.subject = :subject and event.spell = :spell
         and event.kind in ('begun', 'still') limit 1`,
    ).get({
      address,
      ruleId: event.ruleId,
      grid: event.grid,
      subject: event.subject,
      spell: event.spell,
    }) !== undefined
  )
}

/** The newest events of these rules, at most `limit`. */
export function readEvents(
  db: Database,
  { ruleIds, limit }: { ruleIds: readonly number[]; limit: number },
): AlertEvent[] {
  return statement<Row>(
    db,
    `select ${columns} from alert_event event
     where event.rule_id in (select value from json_each(:ruleIds)) order by event.at desc, event.id desc limit :limit`,
  )
    .all({ ruleIds: JSON.stringify(ruleIds), limit })
    .map(toEvent)
}

export function readTallies(db: Database, eventIds: readonly number[]): Map<number, EventTally> {
  const rows = statement<EventTally>(
    db,
    `select notice.event_id as eventId, sum(mail.outcome is 'sent') as sent, sum(mail.outcome is 'failed') as failed,
       sum(mail.outcome is 'unknown') as unknown,
       sum(notice.dropped_at is null and (notice.mail_id is null or mail.outcome is null)) as waiting,
       sum(notice.dropped_at is not null) as dropped, group_concat(distinct notice.dropped_because) as because
     from alert_notice notice left join alert_mail mail on mail.id = notice.mail_id and notice.dropped_at is null
     where notice.event_id in (select value from json_each(:eventIds)) group by notice.event_id`,
  ).all({ eventIds: JSON.stringify(eventIds) })
  return new Map(rows.map((row) => [row.eventId, row]))
}

/** Forgets what was noticed before `before` (epoch ms), and its mails; nothing that still waits to be told. */
export function pruneAlertEvents(db: Database, before: number): number {
  return inTransaction(db, () => {
    const { changes } = statement(
      db,
      `delete from alert_event where at < :before and id not in (
         select event_id from alert_notice where mail_id is null and dropped_at is null)`,
    ).run({ before })
    statement(
      db,
      `delete from alert_mail where claimed_at < :before
         and id not in (select mail_id from alert_notice where mail_id is not null)`,
    ).run({ before })
    return changes
  })
}

/** When a rule last noticed something in a grid, and how many notices of that wait. */
export function readEventSummary(
  db: Database,
  ruleId: number,
  grid: GridKind,
): { lastAt: number | null; waiting: number } {
  return (
    statement<{ lastAt: number | null; waiting: number }>(
      db,
      `select (select max(at) from alert_event where rule_id = :ruleId and grid = :grid) as lastAt,
         (select count(*) from alert_notice notice join alert_event event on event.id = notice.event_id
           where event.rule_id = :ruleId and event.grid = :grid and notice.mail_id is null
             and notice.dropped_at is null) as waiting`,
    ).get({ ruleId, grid }) ?? { lastAt: null, waiting: 0 }
  )
}

function toNotice({ address, ...row }: Row & { address: string }): AlertNotice {
  return { event: toEvent(row), address }
}

function toEvent(row: Row): AlertEvent {
  return { ...row, facts: JSON.parse(row.facts) as AlertFacts }
}

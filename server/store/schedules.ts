import type { Day } from '../periods/day.ts'
import type { Schedule } from '../settings/schedule-hours.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export type StoredSchedule = {
  id: number
  /** Place in the account's list: 0 is its default schedule. */
  position: number
  name: string
  /** As Zendesk names it. */
  time_zone: string
  /** The same as an IANA name; null = not known. */
  zone: string | null
  /** Minutes since Sunday 00:00, half-open. */
  intervals: readonly (readonly [number, number])[]
  /** Both days are holidays. Null = Zendesk does not show them, so those that are stored stay. */
  holidays: readonly { id: number; firstDay: Day; lastDay: Day }[] | null
}

/**
 * Makes the schedules what the account says they are. With `isComplete` those it no longer names are removed. Returns
 * how many rows changed.
 */
export function storeSchedules(
  db: Database,
  schedules: readonly StoredSchedule[],
  isComplete: boolean,
): number {
  return inTransaction(db, () => {
    let changed = 0
    for (const { holidays, intervals, ...schedule } of schedules) {
      const row = { ...schedule, intervals: JSON.stringify(intervals) }
      changed += statement(db, upsertSchedule).run(row).changes
      if (holidays !== null) changed += storeHolidays(db, schedule.id, holidays)
    }
    if (!isComplete) return changed
    const ids = JSON.stringify(schedules.map(({ id }) => id))
    const removed = statement(
      db,
      'delete from schedule where id not in (select value from json_each(:ids))',
    ).run({
      ids,
    })
    return changed + removed.changes
  })
}

/** The account's schedules in its own order, as opening hours are assumed from them. */
export function readSchedules(db: Database): Schedule[] {
  const schedules = statement<{ id: number; zone: string | null; intervals: string }>(
    db,
    'select id, zone, intervals from schedule order by position, id',
  ).all()
  return schedules.map(({ id, zone, intervals }) => ({
    zone,
    intervals: JSON.parse(intervals) as [number, number][],
    holidays: statement<{ firstDay: Day; lastDay: Day }>(
      db,
      `select first_day as firstDay, last_day as lastDay from schedule_holiday
       where schedule_id = :id order by first_day, id`,
    ).all({ id }),
  }))
}

function storeHolidays(
  db: Database,
  scheduleId: number,
  holidays: NonNullable<StoredSchedule['holidays']>,
): number {
  let changed = 0
  for (const holiday of holidays) {
    changed += statement(db, upsertHoliday).run({ scheduleId, ...holiday }).changes
  }
  const ids = JSON.stringify(holidays.map(({ id }) => id))
  const removed = statement(
    db,
    `delete from schedule_holiday
     where schedule_id = :scheduleId and id not in (select value from json_each(:ids))`,
  ).run({ scheduleId, ids })
  return changed + removed.changes
}

const upsertSchedule = `
  insert into schedule (id, position, name, time_zone, zone, intervals)
  values (:id, :position, :name, :time_zone, :zone, :intervals)
  on conflict (id) do update set position = excluded.position, name = excluded.name,
    time_zone = excluded.time_zone, zone = excluded.zone, intervals = excluded.intervals
  where (schedule.position, schedule.name, schedule.time_zone, schedule.zone, schedule.intervals)
    is not (excluded.position, excluded.name, excluded.time_zone, excluded.zone, excluded.intervals)`

const upsertHoliday = `
  insert into schedule_holiday (schedule_id, id, first_day, last_day)
  values (:scheduleId, :id, :firstDay, :lastDay)
  on conflict (schedule_id, id) do update set first_day = excluded.first_day, last_day = excluded.last_day
  where (schedule_holiday.first_day, schedule_holiday.last_day) is not (excluded.first_day, excluded.last_day)`

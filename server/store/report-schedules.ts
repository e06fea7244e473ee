import type { MetricKey, QuestionFilter } from '../contract.ts'
import type { Cadence, Timing } from '../periods/cadence.ts'
import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export const attachmentKinds = ['csv', 'xlsx', 'pdf'] as const
export type AttachmentKind = (typeof attachmentKinds)[number]

/** What a person sets of a report that is sent by itself. */
export type ScheduleChoices = {
  name: string
  timing: Timing
  /** How long a mail waits for the data of its week before the owner is told. */
  deadlineHours: number
  /** What recipients get then. */
  atDeadline: 'last_complete' | 'nothing'
  /** No mail where no verdict differs from the last one. */
  skipsUnchanged: boolean
  /** Null: all the owner sees. */
  brandIds: readonly number[] | null
  /** Null: those of the report. */
  metrics: readonly MetricKey[] | null
  /** Only these conversations; null: all of them. */
  filters: QuestionFilter | null
  attachments: readonly AttachmentKind[]
}

export type ReportSchedule = ScheduleChoices & {
  id: number
  ownerId: number
  /** What fell due earlier (epoch ms) is not caught up; null = everything is. */
  notBefore: number | null
  pausedAt: number | null
  pausedBecause: 'person' | 'owner_scope' | null
  /** The occasion of which the owner was told that something is wrong; null once one went well. */
  troubleSince: Day | null
}

type ScheduleRow = {
  id: number
  name: string
  zone: string
  every: Cadence['every']
  weekday: number
  month_day: number | null
  counted_from: Day | null
  hour: number
  minute: number
  last_day: Day | null
  not_before: number | null
  deadline_hours: number
  at_deadline: 'last_complete' | 'nothing'
  skips_unchanged: number
  brands: string | null
  metrics: string | null
  filters: string | null
  attachments: string
  owner_id: number
  paused_at: number | null
  paused_because: 'person' | 'owner_scope' | null
  trouble_since: Day | null
}

/** Makes a schedule and gives back its id. */
export function createSchedule(
  db: Database,
  choices: ScheduleChoices,
  { ownerId, notBefore }: { ownerId: number; notBefore: number | null },
): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into report_schedule (name, zone, every, weekday, month_day, counted_from, hour, minute, last_day,
       not_before, deadline_hours, at_deadline, skips_unchanged, brands, metrics, filters, attachments, owner_id)
     values (:name, :zone, :every, :weekday, :monthDay, :countedFrom, :hour, :minute, :lastDay,
       :notBefore, :deadlineHours, :atDeadline, :skipsUnchanged, :brands, :metrics, :filters, :attachments, :ownerId)`,
  ).run({ ...columnsOf(choices), ownerId, notBefore })
  return Number(lastInsertRowid)
}

/** Replaces what a person sets of a schedule. */
export function updateSchedule(db: Database, id: number, choices: ScheduleChoices): void {
  statement(
    db,
    `update report_schedule set name = :name, zone = :zone, every = :every, weekday = :weekday,
       month_day = :monthDay, counted_from = :countedFrom, hour = :hour, minute = :minute, last_day = :lastDay,
       deadline_hours = :deadlineHours, at_deadline = :atDeadline, skips_unchanged = :skipsUnchanged,
       brands = :brands, metrics = :metrics, filters = :filters, attachments = :attachments
     where id = :id`,
  ).run({ ...columnsOf(choices), id })
}

export function deleteSchedule(db: Database, id: number): void {
  statement(db, 'delete from report_schedule where id = :id').run({ id })
}

/** Null when there is none. */
export function readSchedule(db: Database, id: number): ReportSchedule | null {
  const row = statement<ScheduleRow>(db, 'select * from report_schedule where id = :id').get({ id })
  return row ? toSchedule(row) : null
}

/** Of everybody, paused or not, as they were made. */
export function listSchedules(db: Database): ReportSchedule[] {
  return statement<ScheduleRow>(db, 'select * from report_schedule order by id').all().map(toSchedule)
}

/** Schedules nobody has paused. */
export function readActiveSchedules(db: Database): ReportSchedule[] {
  return listSchedules(db).filter(({ pausedAt }) => pausedAt === null)
}

/** True once somebody set up a mail, paused or not. */
export function hasSchedule(db: Database): boolean {
  return statement(db, 'select 1 from report_schedule limit 1').get() !== undefined
}

export function pauseSchedule(
  db: Database,
  id: number,
  { at, because }: { at: number; because: 'person' | 'owner_scope' },
): void {
  statement(
    db,
    'update report_schedule set paused_at = :at, paused_because = :because where id = :id and paused_at is null',
  ).run({ id, at, because })
}

/** What fell due while it was paused is not caught up. */
export function resumeSchedule(db: Database, id: number, now: number): void {
  statement(
    db,
    `update report_schedule set paused_at = null, paused_because = null, not_before = :now
     where id = :id and paused_at is not null`,
  ).run({ id, now })
}

/** @param day the first occasion of a streak of trouble; null when it is over */
export function setTroubleSince(db: Database, id: number, day: Day | null): void {
  statement(db, 'update report_schedule set trouble_since = :day where id = :id').run({ id, day })
}

/**
 * Makes the weekly schedule of this name unless there is one, and adds the recipients it lacks. What people changed
 * since (hour, zone, pause) stays as they left it.
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
    const { name, zone, weekday, hour, ownerId, recipientIds } = schedule
    const timing: Timing = {
      zone,
      cadence: { every: 'week', weekday },
      minuteOfDay: hour * 60,
      lastDay: null,
    }
    const id =
      findSchedule(db, name) ??
      createSchedule(db, { ...usualChoices(name), timing }, { ownerId, notBefore: null })
    const insert = statement(
      db,
      'insert into report_recipient (schedule_id, person_id) values (:id, :personId) on conflict do nothing',
    )
    for (const personId of recipientIds) insert.run({ id, personId })
    return id
  })
}

/** What a schedule says unless a person chooses otherwise. */
export function usualChoices(name: string): Omit<ScheduleChoices, 'timing'> {
  return {
    name,
    deadlineHours: 24,
    atDeadline: 'last_complete',
    skipsUnchanged: false,
    brandIds: null,
    metrics: null,
    filters: null,
    attachments: [],
  }
}

function findSchedule(db: Database, name: string): number | null {
  const sql = 'select id from report_schedule where name = :name order by id'
  return statement<{ id: number }>(db, sql).get({ name })?.id ?? null
}

/** Columns that a rhythm does not use hold what they need to hold. */
function columnsOf({ timing, ...choices }: ScheduleChoices) {
  const { cadence, minuteOfDay } = timing
  const listOf = (list: readonly unknown[] | null) => list && JSON.stringify(list)
  return {
    name: choices.name,
    zone: timing.zone,
    every: cadence.every,
    weekday: 'weekday' in cadence ? cadence.weekday : 1,
    monthDay: cadence.every === 'month' ? cadence.monthDay : null,
    countedFrom: cadence.every === 'fortnight' ? cadence.countedFrom : null,
    hour: Math.floor(minuteOfDay / 60),
    minute: minuteOfDay % 60,
    lastDay: timing.lastDay,
    deadlineHours: choices.deadlineHours,
    atDeadline: choices.atDeadline,
    skipsUnchanged: choices.skipsUnchanged ? 1 : 0,
    brands: listOf(choices.brandIds),
    metrics: listOf(choices.metrics),
    filters: choices.filters && JSON.stringify(choices.filters),
    attachments: JSON.stringify(choices.attachments),
  }
}

function toSchedule(row: ScheduleRow): ReportSchedule {
  return {
    id: row.id,
    name: row.name,
    timing: {
      zone: row.zone,
      cadence: cadenceOf(row),
      minuteOfDay: row.hour * 60 + row.minute,
      lastDay: row.last_day,
    },
    deadlineHours: row.deadline_hours,
    atDeadline: row.at_deadline,
    skipsUnchanged: row.skips_unchanged === 1,
    brandIds: row.brands === null ? null : (JSON.parse(row.brands) as number[]),
    metrics: row.metrics === null ? null : (JSON.parse(row.metrics) as MetricKey[]),
    filters: row.filters === null ? null : (JSON.parse(row.filters) as QuestionFilter),
    attachments: JSON.parse(row.attachments) as AttachmentKind[],
    ownerId: row.owner_id,
    notBefore: row.not_before,
    pausedAt: row.paused_at,
    pausedBecause: row.paused_because,
    troubleSince: row.trouble_since,
  }
}

function cadenceOf({ every, weekday, month_day, counted_from }: ScheduleRow): Cadence {
  switch (every) {
    case 'week':
      return { every, weekday }
    case 'fortnight':
      return { every, weekday, countedFrom: counted_from ?? '1970-01-05' }
    case 'month':
      return { every, monthDay: month_day ?? 1 }
    case 'day':
    case 'first_working_day':
      return { every }
  }
}

import type { AlertWatch } from '../contract-alert.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** What a person sets of a rule. */
export type AlertChoices = {
  name: string
  watch: AlertWatch
  /** Null: all the owner sees. */
  brandIds: readonly number[] | null
  tellsEnd: boolean
  repeatDays: number | null
  zone: string
  /** Minutes of a working day, half-open; null = at any time. */
  hours: { from: number; to: number } | null
  /** Beside its recipients, everybody who is an administrator when it tells. */
  tellsAdministrators: boolean
}

export type AlertRule = AlertChoices & {
  id: number
  ownerId: number
  snoozedUntil: number | null
  pausedAt: number | null
  pausedBecause: 'person' | 'owner_scope' | null
}

type Row = {
  id: number
  name: string
  owner_id: number
  watch: string
  brands: string | null
  tells_end: number
  repeat_days: number | null
  zone: string
  hours_from: number | null
  hours_to: number | null
  tells_administrators: number
  snoozed_until: number | null
  paused_at: number | null
  paused_because: 'person' | 'owner_scope' | null
}

/** Makes a rule and gives back its id. */
export function createRule(
  db: Database,
  choices: AlertChoices,
  { ownerId, now }: { ownerId: number; now: number },
): number {
  const { lastInsertRowid } = statement(
    db,
    `insert into alert_rule (name, owner_id, watch, brands, tells_end, repeat_days, zone, hours_from, hours_to,
       tells_administrators, made_at)
     values (:name, :ownerId, :watch, :brands, :tellsEnd, :repeatDays, :zone, :hoursFrom, :hoursTo,
       :tellsAdministrators, :now)`,
  ).run({ ...columnsOf(choices), ownerId, now })
  return Number(lastInsertRowid)
}

/** Replaces what a person sets; where it looks at something else than before, what it saw so far is forgotten. */
export function updateRule(db: Database, id: number, choices: AlertChoices): void {
  inTransaction(db, () => {
    const before = readRule(db, id)
    statement(
      db,
      `update alert_rule set name = :name, watch = :watch, brands = :brands, tells_end = :tellsEnd,
         repeat_days = :repeatDays, zone = :zone, hours_from = :hoursFrom, hours_to = :hoursTo,
         tells_administrators = :tellsAdministrators
       where id = :id`,
    ).run({ ...columnsOf(choices), id })
    if (JSON.stringify(before?.watch) !== JSON.stringify(choices.watch))
      statement(db, 'delete from alert_standing where rule_id = :id').run({ id })
  })
}

export function deleteRule(db: Database, id: number): void {
  statement(db, 'delete from alert_rule where id = :id').run({ id })
}

/** Null when there is none. */
export function readRule(db: Database, id: number): AlertRule | null {
  const row = statement<Row>(db, 'select * from alert_rule where id = :id').get({ id })
  return row ? toRule(row) : null
}

/** Of everybody, paused or not, as they were made. */
export function listRules(db: Database): AlertRule[] {
  return statement<Row>(db, 'select * from alert_rule order by id').all().map(toRule)
}

export function snoozeRule(db: Database, id: number, until: number | null): void {
  statement(db, 'update alert_rule set snoozed_until = :until where id = :id').run({ id, until })
}

export function pauseRule(
  db: Database,
  id: number,
  { at, because }: { at: number; because: 'person' | 'owner_scope' },
): void {
  statement(
    db,
    'update alert_rule set paused_at = :at, paused_because = :because where id = :id and paused_at is null',
  ).run({ id, at, because })
}

/** It looks anew: what changed while it was paused is not caught up. */
export function resumeRule(db: Database, id: number): void {
  inTransaction(db, () => {
    const { changes } = statement(
      db,
      `update alert_rule set paused_at = null, paused_because = null where id = :id and paused_at is not null`,
    ).run({ id })
    if (changes > 0) statement(db, 'delete from alert_standing where rule_id = :id').run({ id })
  })
}

/** Somebody else answers for it from now on. */
export function handOverRule(db: Database, id: number, ownerId: number): void {
  statement(db, 'update alert_rule set owner_id = :ownerId where id = :id').run({ id, ownerId })
}

function columnsOf(choices: AlertChoices) {
  const { name, watch, brandIds, tellsEnd, repeatDays, zone, hours, tellsAdministrators } = choices
  return {
    name,
    watch: JSON.stringify(watch),
    brands: brandIds && JSON.stringify(brandIds),
    tellsEnd: tellsEnd ? 1 : 0,
    repeatDays,
    zone,
    hoursFrom: hours?.from ?? null,
    hoursTo: hours?.to ?? null,
    tellsAdministrators: tellsAdministrators ? 1 : 0,
  }
}

function toRule(row: Row): AlertRule {
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    watch: JSON.parse(row.watch) as AlertWatch,
    brandIds: row.brands === null ? null : (JSON.parse(row.brands) as number[]),
    tellsEnd: row.tells_end === 1,
    repeatDays: row.repeat_days,
    zone: row.zone,
    hours:
      row.hours_from === null || row.hours_to === null ? null : { from: row.hours_from, to: row.hours_to },
    tellsAdministrators: row.tells_administrators === 1,
    snoozedUntil: row.snoozed_until,
    pausedAt: row.paused_at,
    pausedBecause: row.paused_because,
  }
}

import type { Day } from '../../server/periods/day.ts'
import { addDays } from '../../server/periods/day.ts'
import { startOfDay } from '../../server/periods/zone.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { writeDailySeconds } from '../../server/store/daily-seconds.ts'
import type { Database } from '../../server/store/database.ts'
import { inTransaction, statement } from '../../server/store/database.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { BrandPlan, SimulatedDay, WorldPlan } from './panel-world.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

export const zone = 'Asia/Seoul'
const streams = [
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
  'engagements',
]

/** The morning after the last day. */
export function presentOf({ to }: Pick<WorldPlan, 'to'>): number {
  return startOfDay(to, zone) + 9 * 3_600_000
}

/** An account with brands and settings whose history has been read, and no conversation yet. */
export function emptyAccount(plan: Pick<WorldPlan, 'brands' | 'from' | 'to'>): Database {
  const db = migratedDatabase()
  const now = presentOf(plan)
  inTransaction(db, () => {
    writeAccountSettings(
      db,
      { ...defaultAccountSettings(zone), brands: plan.brands.map(settingsOf) },
      startOfDay(plan.from, zone),
    )
    for (const { id } of plan.brands)
      statement(
        db,
        `insert into brand (id, name, is_default, active, deleted, created_at) values (:id, :name, 0, 1, 0, 0)`,
      ).run({ id, name: `Brand ${String(id).padStart(2, '0')}` })
    for (const stream of streams) writeCheckpoints(db, stream, plan.from, now)
  })
  return db
}

/** Puts a simulated panel in place of the one before. */
export function writePanel(db: Database, panel: ReadonlyMap<number, readonly SimulatedDay[]>): void {
  inTransaction(db, () => {
    for (const table of ['rollup_day', 'rollup_duration', 'brand_cutover'])
      statement(db, `delete from ${table}`).run()
    for (const [brandId, days] of panel) for (const day of days) writeDay(db, brandId, day)
  })
}

function settingsOf({ id, closedDays = [] }: BrandPlan) {
  return { ...defaultBrandSettings(id, zone), holidayCalendar: 'none' as const, closedDays: [...closedDays] }
}

function writeDay(db: Database, brandId: number, one: SimulatedDay): void {
  const { day, source, demand, served, firstReplySeconds, recontact, csat, resolutionSeconds } = one
  const add = (metric: string, n: number, numerator: number, from: string = source) => {
    if (n > 0) insertSum(db, [brandId, day, from, metric, n, numerator])
  }
  const unserved = demand - served
  const system = source === 'chat' ? 'chat_rating' : 'legacy_rating'
  add('demand', demand, 0)
  add('human_workload', served, 0)
  add('human_workload.known', demand, demand)
  add('human_share', demand, served)
  add('first_reply.known', served, served)
  add('unserved_rate', demand, unserved)
  if (source === 'chat') add('unserved_rate.left_early', unserved, 0)
  add('recontact_rate.known', demand, recontact.n)
  add('recontact_rate', recontact.n, recontact.numerator)
  add('csat', csat.n, csat.numerator, system)
  add('csat.response', source === 'chat' ? served : demand, csat.n, system)
  writeDailySeconds(db, { brandId, day, source, metric: 'first_reply', seconds: firstReplySeconds })
  if (resolutionSeconds.length === 0) return
  add('resolution_time.known', served, served)
  add('reopen_rate', served, 0)
  writeDailySeconds(db, { brandId, day, source, metric: 'resolution_time', seconds: resolutionSeconds })
}

function insertSum(db: Database, values: readonly (string | number)[]): void {
  statement(
    db,
    `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
     values (?, ?, ?, 'web', ?, ?, ?, 0)`,
  ).run(values)
}

/** A forward window that is read up to a minute ago, and the whole history behind it. */
function writeCheckpoints(db: Database, stream: string, from: Day, now: number): void {
  const insert = statement(
    db,
    `insert into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, '', :window, :startsAt, :endsAt, null, :completeTo, :done, 0)`,
  )
  const border = startOfDay(from, zone)
  insert.run({ stream, window: 'forward', startsAt: border, endsAt: null, completeTo: now - 60_000, done: 0 })
  const startsAt = startOfDay(addDays(from, -1), zone)
  insert.run({ stream, window: from, startsAt, endsAt: border, completeTo: null, done: 1 })
}

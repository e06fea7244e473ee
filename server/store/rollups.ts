import { mondayOf } from '../periods/day.ts'
import { brandSettingsOf } from '../settings/default-settings.ts'
import { logHistogramKey } from '../statistics/log-histogram.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { writeDailySeconds } from './daily-seconds.ts'
import { readSampleBelow } from './detail-plan.ts'
import { refreshDetailWeeks } from './detail-weeks.ts'
import { firstReply } from './measures/first-reply.ts'
import type { DayFigures, DayQuestion } from './measures/sum-day.ts'
import { sumDay } from './measures/sum-day.ts'
import { resumTeamDay } from './measures/team/agent-days.ts'
import { readAccountSettings } from './settings.ts'
import type { StratumIds } from './strata.ts'
import { stratumIdsOf } from './strata.ts'
import { writeDailyStrata } from './daily-strata.ts'

const derivedTables = ['rollup_day', 'rollup_hist', 'rollup_duration', 'rollup_strata'] as const
type BrandDay = { brandId: number; day: string }
/** Removes what is stored of a day. */
type DeleteDay = (key: BrandDay) => void

/**
 * Re-sums up to `limit` days whose facts changed, in one transaction; returns how many were re-summed.
 * @example while (refreshRollups(db, 500) > 0) {} // all of them
 */
export function refreshRollups(db: Database, limit: number): number {
  return inTransaction(db, () => {
    const settings = readAccountSettings(db)
    const { unservedAfterMinutes } = settings
    // Weeks first: a sample that changes marks more days.
    refreshDetailWeeks(db, readDirtyDays(db, limit))
    const days = readDirtyDays(db, limit)
    const stratumIds = stratumIdsOf(db)
    const deleteDay = dayRemover(db)
    for (const { brandId, day } of days) {
      const sampleBelow = readSampleBelow(db, brandId, mondayOf(day))
      deleteDay({ brandId, day })
      resumDay(db, { brandId, day, unservedAfterMinutes, sampleBelow }, stratumIds)
      resumTeamDay(db, brandId, day, brandSettingsOf(settings, brandId).zone)
    }
    return days.length
  })
}

function readDirtyDays(db: Database, limit: number): BrandDay[] {
  return statement<BrandDay>(
    db,
    'select brand_id as brandId, day from rollup_dirty order by brand_id, day limit :limit',
  ).all({ limit })
}

function resumDay(db: Database, question: DayQuestion, stratumIds: StratumIds): void {
  const { brandId, day } = question
  const key = { brandId, day }
  statement(db, 'delete from rollup_dirty where brand_id = :brandId and day = :day').run(key)
  writeFigures(db, key, sumDay(db, question, stratumIds))
}

/**
 * The primary keys begin with brand and metric, so a day is sought under each metric there is; which these are is asked
 * once for each brand. Each day is to be removed once, before anything of it is written.
 */
function dayRemover(db: Database): DeleteDay {
  const known = new Map<number, string[]>()
  return (key) => {
    const metrics = known.get(key.brandId) ?? derivedTables.map((table) => metricsOf(db, table, key.brandId))
    known.set(key.brandId, metrics)
    derivedTables.forEach((table, i) =>
      statement(
        db,
        `delete from ${table} where brand_id = :brandId and day = :day
           and metric in (select value from json_each(:metrics))`,
      ).run({ ...key, metrics: metrics[i] }),
    )
  }
}

/** The metrics of a brand as a JSON list, leaping from one to the next along the primary key. */
function metricsOf(db: Database, table: (typeof derivedTables)[number], brandId: number): string {
  const found = statement<{ metrics: string }>(
    db,
    `
    with recursive found (metric) as (
      select min(metric) from ${table} where brand_id = :brandId
      union all
      select (select min(metric) from ${table} where brand_id = :brandId and metric > found.metric)
      from found where found.metric is not null
    )
    select json_group_array(metric) as metrics from found where metric is not null`,
  ).get({ brandId })
  return found?.metrics ?? '[]'
}

function writeFigures(db: Database, key: BrandDay, { sums, durations, strata }: DayFigures): void {
  for (const { seconds, ...sum } of sums) {
    statement(
      db,
      `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
       values (:brandId, :day, :source, :channel, :metric, :n, :numerator, :total)`,
    ).run({ ...key, ...sum })
    if (sum.metric === firstReply.key) writeHistogram(db, { ...key, ...sum }, seconds)
  }
  for (const duration of durations) writeDailySeconds(db, { ...key, ...duration })
  for (const { numbers, ...row } of strata) writeDailyStrata(db, { ...key, ...row }, numbers)
}

function writeHistogram(
  db: Database,
  { brandId, day, source, channel, metric }: BrandDay & { source: string; channel: string; metric: string },
  seconds: Float64Array,
): void {
  const counts = new Map<number, number>()
  for (const value of seconds) {
    const bin = logHistogramKey(value)
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  for (const [bin, n] of counts)
    statement(
      db,
      `insert into rollup_hist (brand_id, day, source, channel, metric, key, n)
       values (:brandId, :day, :source, :channel, :metric, :bin, :n)`,
    ).run({ brandId, day, source, channel, metric, bin, n })
}

/** Marks every day that holds a conversation, so that all sums are made anew. */
export function markAllRollupsDirty(db: Database): void {
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select brand_id, day from (
       select brand_id, day from conversation
       union select brand_id, day from bot_conversation
       union select brand_id, day from rollup_day)
     where brand_id is not null`,
  ).run()
}

export function countDirtyDays(db: Database): number {
  return statement<{ n: number }>(db, 'select count(*) as n from rollup_dirty').get()?.n ?? 0
}

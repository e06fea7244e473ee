import type { MetricKey } from '../../server/contract.ts'
import type { Day } from '../../server/periods/day.ts'
import { addDays, mondayOf } from '../../server/periods/day.ts'
import { startOfDay } from '../../server/periods/zone.ts'
import type { AccountSettings } from '../../server/settings/account-settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import type { Database } from '../../server/store/database.ts'
import { inTransaction, statement } from '../../server/store/database.ts'
import { writeDailySeconds } from '../../server/store/daily-seconds.ts'
import { writeAccountSettings } from '../../server/store/settings.ts'
import type { Dice } from '../support/dice.ts'
import { createDice } from '../support/dice.ts'
import { migratedDatabase } from '../support/migrated-database.ts'

/** A Monday, 09:00 in Seoul. */
export const now = Date.parse('2026-11-16T09:00:00+09:00')
export const zone = 'Asia/Seoul'
/** Nine whole weeks before 20 April 2026: too few for a brand's own line, so that two windows are compared. */
export const nineWeeksBefore: Day = '2026-02-16'

export type BrandStory = {
  id: number
  name: string
  /** First day of the new channel; null = never moved. */
  movedOn: Day | null
  firstDay?: Day
  perDay?: number
  firstReplyRatio?: number
  /** Share of good ratings before and after. */
  good?: [number, number]
  surveysAfter?: boolean
  /** Share of customers asked who answer. */
  responseRate?: [number, number]
  requesterKnown?: [number, number]
  handoffKnown?: number
  /** Share of messaging conversations of which it is known whether a person replied. */
  repliesKnown?: number
  leftEarly?: number
  botSince?: Day
  demandRatio?: number
  silentDays?: readonly Day[]
  /** Share of messaging conversations in the four weeks before the move. */
  pilotShare?: number
  /** How many times the usual contacts and seconds a day brings, with or without a move. */
  season?: (day: Day) => number
}

const streams = [
  'chats',
  'tickets-agent',
  'tickets-ai-agent',
  'satisfaction-ratings',
  'survey-responses',
  'engagements',
]
export const historyStart: Day = '2025-06-01'

/** An in-memory account whose brands do what their stories say, already summed, with the whole history read. */
export function syntheticAccount(stories: readonly BrandStory[], seed = 1): Database {
  const db = migratedDatabase()
  writeAccountSettings(db, settingsOf(stories), now)
  for (const stream of streams) writeCheckpoints(db, stream, { coveredFrom: historyStart, isDone: true })
  inTransaction(db, () =>
    stories.forEach((story) => writeBrand(db, story, createDice(seed * 1000 + story.id))),
  )
  return db
}

export function settingsOf(stories: readonly BrandStory[]): AccountSettings {
  const brands = stories.map(({ id }) => ({
    ...defaultBrandSettings(id, zone),
    holidayCalendar: 'none' as const,
  }))
  return { ...defaultAccountSettings(zone), brands }
}

/** A forward window that is read up to a minute ago, and one window of history behind it. */
export function writeCheckpoints(
  db: Database,
  stream: string,
  { coveredFrom, isDone }: { coveredFrom: Day; isDone: boolean },
): void {
  const border = startOfDay(coveredFrom, zone)
  const insert = statement(
    db,
    `insert or replace into checkpoint (stream, scope, window, starts_at, ends_at, cursor, complete_to, done, rows)
     values (:stream, '', :window, :startsAt, :endsAt, null, :completeTo, :done, 0)`,
  )
  insert.run({ stream, window: 'forward', startsAt: border, endsAt: null, completeTo: now - 60_000, done: 0 })
  insert.run({
    stream,
    window: historyStart,
    startsAt: startOfDay(addDays(historyStart, -1), zone),
    endsAt: border,
    completeTo: null,
    done: isDone ? 1 : 0,
  })
}

function writeBrand(db: Database, story: BrandStory, dice: Dice): void {
  statement(
    db,
    `insert into brand (id, name, is_default, active, deleted, created_at, bot_since)
     values (:id, :name, 0, 1, 0, 0, :botSince)`,
  ).run({
    id: story.id,
    name: story.name,
    botSince: story.botSince === undefined ? null : startOfDay(story.botSince, zone),
  })
  if (story.botSince !== undefined) writeAiAgentTicket(db, story.id, story.botSince)
  let shock = 0
  for (let day = story.firstDay ?? '2025-10-05'; day <= '2026-11-15'; day = addDays(day, 1)) {
    shock = 0.3 * shock + 0.95 * 0.12 * dice.normal()
    if (story.silentDays?.includes(day)) continue
    writeDay(db, story, day, Math.exp(shock), dice)
  }
}

function writeDay(db: Database, story: BrandStory, day: Day, swing: number, dice: Dice): void {
  const isAfter = story.movedOn !== null && day >= story.movedOn
  const either = <Value>([before, after]: [Value, Value]) => (isAfter ? after : before)
  const season = story.season?.(day) ?? 1
  const demand = dice.poisson(
    (story.perDay ?? 40) * season * swing * (isAfter ? (story.demandRatio ?? 1) : 1),
  )
  if (demand === 0) return
  const isPiloted =
    story.movedOn !== null && !isAfter && day >= addDays(story.movedOn, -28) && story.pilotShare !== undefined
  const piloted = isPiloted ? Math.round(demand * (story.pilotShare ?? 0)) : 0
  const source = isAfter ? 'messaging' : 'chat'
  const served = count(demand, 0.95, dice)
  const add = (metric: string, n: number, numerator = 0, from: string = source) =>
    writeSum(db, { brandId: story.id, day, source: from, metric, n, numerator })

  add('demand', demand - piloted)
  if (piloted > 0) add('demand', piloted, 0, 'messaging')
  const repliesKnown = isAfter ? (story.repliesKnown ?? 1) : 1
  add('human_workload', Math.round(served * repliesKnown))
  add('human_workload.known', demand, Math.round(demand * repliesKnown))
  const clocked = isAfter ? Math.round(served * (story.handoffKnown ?? 1)) : served
  add('first_reply.known', served, clocked)
  const unserved = isAfter ? Math.round((demand - served) * (story.handoffKnown ?? 1)) : demand - served
  add('unserved_rate', unserved + clocked, unserved)
  add('unserved_rate.left_early', demand - served, count(demand - served, story.leftEarly ?? 0, dice), source)
  const known = count(demand, either(story.requesterKnown ?? [0.8, 0.8]), dice)
  add('recontact_rate.known', demand, known)
  add('recontact_rate', known, count(known, 0.12, dice))
  const system = !isAfter ? 'chat_rating' : story.surveysAfter ? 'survey' : 'legacy_rating'
  const rated = count(served, either(story.responseRate ?? [0.3, 0.3]), dice)
  add('csat', rated, count(rated, either(story.good ?? [0.88, 0.88]), dice), system)
  add('csat.response', served, rated, system)

  const ratio = season * (isAfter ? (story.firstReplyRatio ?? 1) : 1)
  const dayShift = 0.2 * dice.normal()
  const seconds = Array.from({ length: clocked }, () => 90 * ratio * Math.exp(dayShift + dice.normal()))
  writeDailySeconds(db, {
    brandId: story.id,
    metric: 'first_reply',
    day,
    source,
    seconds: Float64Array.from(seconds),
  })
}

function count(trials: number, share: number, dice: Dice): number {
  let hits = 0
  for (let i = 0; i < trials; i++) if (dice.uniform() < share) hits++
  return hits
}

type SumRow = { brandId: number; day: Day; source: string; metric: string; n: number; numerator: number }

export function writeSum(db: Database, row: SumRow): void {
  if (row.n === 0) return
  statement(
    db,
    `insert or replace into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
     values (:brandId, :day, :source, 'web', :metric, :n, :numerator, 0)`,
  ).run(row)
}

/** A single conversation beside the sums: what is read from the rows themselves. */
export function writeConversation(
  db: Database,
  row: { brandId: number; day: Day; source: 'chat' | 'messaging'; isBotInvolved: boolean },
): void {
  statement(
    db,
    `insert into conversation (id, kind, channel, tags, seen_ai_agent, started_at, updated_at, source_reply_known, source,
       brand_id, brand_source, day, hour_of_week, topic, bot_involved, served, outcome, deleted)
     values (:id, 'conversation', 'web', '[]', 0, :startedAt, 0, 1, :source, :brandId, 'ticket', :day, 0, 'other', :bot, 1,
       'served', 0)`,
  ).run({
    id: `${row.source}:${row.brandId}-${row.day}`,
    brandId: row.brandId,
    day: row.day,
    source: row.source,
    bot: row.isBotInvolved ? 1 : 0,
    startedAt: startOfDay(row.day, zone),
  })
}

/** Of a brand's tickets since a day, in each week: so many, of them so many in the sample, so many known. */
export function writeDetailWeeks(
  db: Database,
  week: { brandId: number; from: Day; tickets: number; sampled: number; known: number },
): void {
  for (let monday = mondayOf(week.from); monday < '2026-11-16'; monday = addDays(monday, 7)) {
    statement(
      db,
      `insert into detail_week (brand_id, week_start, tickets, sampled, known, unreadable, wanted, waiting, waiting_outside,
         sample_below, search_below, bot_start, per_week, bot_search)
       values (:brandId, :monday, :tickets, :sampled, :known, 0, :sampled, :sampled - :known, 0, null, 0, 0, null, 0)`,
    ).run({ ...week, monday })
  }
}

/** The first of its kind; deleted, so that it is in no count. */
function writeAiAgentTicket(db: Database, brandId: number, day: Day): void {
  statement(
    db,
    `insert into conversation (id, kind, channel, tags, scope, seen_ai_agent, started_at, updated_at, source_reply_known, source,
       brand_id, brand_source, day, hour_of_week, topic, bot_involved, served, outcome, deleted)
     values (:id, 'conversation', 'web', '[]', 'ai_agent', 1, :startedAt, 0, 1, 'bot', :brandId, 'ticket', :day, 0, 'other', 1, 0,
       'open', 1)`,
  ).run({ id: `bot:${brandId}-${day}`, brandId, day, startedAt: startOfDay(day, zone) })
}

/** The cell of one brand and metric among many. */
export function cellOf<Cell extends { brand: { id: number }; metric: MetricKey }>(
  cells: readonly Cell[],
  brandId: number,
  metric: MetricKey,
): Cell {
  const found = cells.find((cell) => cell.brand.id === brandId && cell.metric === metric)
  if (!found) throw new Error(`cellOf: no cell of brand ${brandId} and ${metric}`)
  return found
}

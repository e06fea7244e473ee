import { mondayOf } from '../periods/day.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import { readSampleBelow } from './detail-plan.ts'
import { isInDetailSample, wholeSample } from './detail-rank.ts'
import { refreshDetailWeeks } from './detail-weeks.ts'
import { readAccountSettings } from './settings.ts'

type Sums = { n: string; numerator?: string; total?: string }

const RECONTACT_MS = 7 * 86_400_000

/**
 * What each day's sums are, as expressions over one conversation row `c`. A rate's `numerator` counts within its `n`.
 * Where only a sample of a week's messages is read, the figures that need messages rest on the sample alone.
 * Definitions: docs/metrics.md.
 */
const conversationSums: Record<string, Sums> = {
  demand: { n: "c.kind = 'conversation'" },
  human_workload: { n: "c.kind = 'conversation' and c.served" },
  'human_workload.known': {
    n: "c.kind = 'conversation' and c.source <> 'bot'",
    numerator: 'c.served is not null',
  },
  first_reply: {
    n: `c.kind = 'conversation' and c.served and c.first_reply_seconds is not null and ${isInDetailSample}`,
    total: 'c.first_reply_seconds',
  },
  'first_reply.known': {
    // Where nobody knows whether a person replied, the clock is not known either.
    n: `c.kind = 'conversation' and c.source <> 'bot' and coalesce(c.served, 1) and ${isInDetailSample}`,
    numerator: 'c.first_reply_seconds is not null',
  },
  unserved_rate: {
    // Where nobody knows when a person was needed, replies would be left out and silence counted.
    n: `c.kind = 'conversation' and c.source <> 'bot' and c.served is not null and c.handed_off_at is not null
      and ${isInDetailSample} and (not c.served or c.open_minutes_to_reply is not null)`,
    numerator: 'not c.served or c.open_minutes_to_reply > :unservedAfterMinutes',
  },
  'unserved_rate.left_early': {
    n: "c.kind = 'conversation' and c.source = 'chat' and (not c.served or c.open_minutes_to_reply > :unservedAfterMinutes)",
    numerator: 'not c.served and c.left_after_open_minutes < :unservedAfterMinutes',
  },
  recontact_rate: {
    n: "c.kind = 'conversation' and c.requester_key is not null and c.ended_at is not null",
    numerator: `coalesce(c.reopened_before <= c.ended_at + ${RECONTACT_MS}, 0) or exists (
      select 1 from conversation later
      where later.requester_key = c.requester_key and later.brand_id = c.brand_id and later.deleted = 0
        and later.started_at > c.started_at and later.started_at <= c.ended_at + ${RECONTACT_MS})`,
  },
  'recontact_rate.known': {
    n: "c.kind = 'conversation'",
    numerator: 'c.requester_key is not null',
  },
}

const metrics = Object.keys(conversationSums)

const readDay = `
  select c.source, c.channel, ${metrics
    .map((metric, i) => {
      const { n, numerator, total } = conversationSums[metric]
      return `
    coalesce(sum(${n}), 0) as n${i},
    ${numerator ? `coalesce(sum((${n}) and (${numerator})), 0)` : '0'} as k${i},
    ${total ? `coalesce(sum(case when ${n} then ${total} end), 0.0)` : '0.0'} as t${i}`
    })
    .join(',')}
  from conversation c
  where c.brand_id = :brandId and c.day = :day and c.deleted = 0
  group by c.source, c.channel`

/**
 * Legacy ratings on a live chat's ticket repeat the chat's own rating: the chat's wins. A ticket may hold several
 * chats: what was answered (or offered) on it belongs to the latest that had begun by then, else to the first. A ticket
 * that stands in for its chat has legacy ratings only.
 */
const writeSatisfaction = `
  insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
  with answer as (
    select c.channel, a.source, a.category, a.answered_at
    from conversation c join csat_answer a on a.conversation_id = c.id
    where c.brand_id = :brandId and c.day = :day and c.deleted = 0 and c.kind = 'conversation'
    union all
    select c.channel, a.source, a.category, a.answered_at
    from conversation c join csat_answer a on a.ticket_id = c.ticket_id and a.conversation_id is null
    where c.brand_id = :brandId and c.day = :day and c.deleted = 0 and c.kind = 'conversation'
      and not exists (select 1 from csat_answer own where own.conversation_id = c.id)
      and not exists (
        select 1 from conversation other
        where other.ticket_id = c.ticket_id and other.kind = 'conversation' and other.deleted = 0
          and case
            when c.started_at <= coalesce(a.answered_at, a.offered_at, c.started_at) then
              other.started_at <= coalesce(a.answered_at, a.offered_at, other.started_at)
              and (other.started_at, other.id) > (c.started_at, c.id)
            else other.started_at <= coalesce(a.answered_at, a.offered_at)
              or (other.started_at, other.id) < (c.started_at, c.id)
          end)
  ),
  asked as (
    select channel, source, count(*) as n, count(category) as answered from answer where source = 'survey' group by channel, source
    union all
    select c.channel, 'chat_rating', count(*),
      sum(exists (select 1 from csat_answer own where own.conversation_id = c.id and own.category is not null))
    from conversation c
    where c.brand_id = :brandId and c.day = :day and c.deleted = 0 and c.kind = 'conversation' and c.source = 'chat' and c.served
      and c.id not like 'ticket:%'
    group by c.channel
    union all
    select c.channel, 'legacy_rating', count(*),
      sum(exists (select 1 from csat_answer own where own.ticket_id = c.ticket_id and own.source = 'legacy_rating' and own.category is not null))
    from conversation c
    where c.brand_id = :brandId and c.day = :day and c.deleted = 0 and c.kind = 'conversation' and c.ended_at is not null
      and (c.source = 'messaging' or c.source = 'chat' and c.id like 'ticket:%')
      and not exists (select 1 from csat_answer offer where offer.ticket_id = c.ticket_id and offer.source = 'survey')
    group by c.channel
  )
  select :brandId, :day, source, channel, 'csat', count(*), sum(category = 'good'), 0.0
    from answer where category in ('good', 'bad') group by source, channel
  union all
  select :brandId, :day, source, channel, 'csat.neutral', count(*), 0, 0.0
    from answer where category = 'neutral' group by source, channel
  union all
  select :brandId, :day, source, channel, 'csat.response', n, answered, 0.0 from asked where n > 0`

const writeHistogram = `
  insert into rollup_hist (brand_id, day, source, channel, metric, key, n)
  select :brandId, :day, c.source, c.channel, 'first_reply',
    case when c.first_reply_seconds <= 0.5 then -2147483648 else cast(ceil(ln(c.first_reply_seconds) / ln(1.01 / 0.99)) as integer) end as key,
    count(*)
  from conversation c
  where c.brand_id = :brandId and c.day = :day and c.deleted = 0 and c.kind = 'conversation' and c.served
    and c.first_reply_seconds is not null and ${isInDetailSample}
  group by c.source, c.channel, key`

/**
 * Re-sums up to `limit` days whose facts changed, in one transaction; returns how many were re-summed.
 * @example while (refreshRollups(db, 500) > 0) {} // all of them
 */
export function refreshRollups(db: Database, limit: number): number {
  return inTransaction(db, () => {
    const { unservedAfterMinutes } = readAccountSettings(db)
    // Weeks first: a sample that changes marks more days.
    refreshDetailWeeks(db, readDirtyDays(db, limit))
    const days = readDirtyDays(db, limit)
    for (const { brandId, day } of days) resumDay(db, brandId, day, unservedAfterMinutes)
    return days.length
  })
}

function readDirtyDays(db: Database, limit: number): { brandId: number; day: string }[] {
  return statement<{ brandId: number; day: string }>(
    db,
    'select brand_id as brandId, day from rollup_dirty order by brand_id, day limit :limit',
  ).all({ limit })
}

function resumDay(db: Database, brandId: number, day: string, unservedAfterMinutes: number): void {
  const key = { brandId, day }
  statement(db, 'delete from rollup_dirty where brand_id = :brandId and day = :day').run(key)
  for (const table of ['rollup_day', 'rollup_hist'] as const) deleteDay(db, table, key)
  const sampleBelow = readSampleBelow(db, brandId, mondayOf(day)) ?? wholeSample
  const groups = statement<Record<string, number | string>>(db, readDay).all({
    ...key,
    unservedAfterMinutes,
    sampleBelow,
  })
  for (const group of groups) {
    metrics.forEach((metric, i) => {
      if (Number(group[`n${i}`]) > 0)
        writeSums(db, {
          ...key,
          metric,
          source: group.source,
          channel: group.channel,
          n: group[`n${i}`],
          numerator: group[`k${i}`],
          total: group[`t${i}`],
        })
    })
  }
  statement(db, writeSatisfaction).run(key)
  statement(db, writeHistogram).run({ ...key, sampleBelow })
}

/** Every metric's rows of one day; the primary key begins with brand and metric, so the day is sought per metric. */
function deleteDay(
  db: Database,
  table: 'rollup_day' | 'rollup_hist',
  key: { brandId: number; day: string },
): void {
  const names =
    table === 'rollup_hist' ? ['first_reply'] : [...metrics, 'csat', 'csat.neutral', 'csat.response']
  for (const metric of names) {
    statement(db, `delete from ${table} where brand_id = :brandId and metric = :metric and day = :day`).run({
      ...key,
      metric,
    })
  }
}

function writeSums(db: Database, row: Record<string, unknown>): void {
  statement(
    db,
    `insert into rollup_day (brand_id, day, source, channel, metric, n, numerator, total)
     values (:brandId, :day, :source, :channel, :metric, :n, :numerator, :total)`,
  ).run(row)
}

/** Marks every day that holds a conversation, so that all sums are made anew. */
export function markAllRollupsDirty(db: Database): void {
  statement(
    db,
    `insert or ignore into rollup_dirty (brand_id, day)
     select distinct brand_id, day from conversation where brand_id is not null
     union select distinct brand_id, day from rollup_day`,
  ).run()
}

export function countDirtyDays(db: Database): number {
  return statement<{ n: number }>(db, 'select count(*) as n from rollup_dirty').get()?.n ?? 0
}

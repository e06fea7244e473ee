import type { Database } from './database.ts'
import { statement } from './database.ts'
import { isBrandSampled } from './detail-plan.ts'
import { detailRank } from './detail-rank.ts'

/** One brand-local day of one source: how many, and how many of them count. */
export type DailySum = { day: string; source: string; n: number; numerator: number }

/** A rolled-up metric of a brand per day and source, channels together, oldest first. */
export function readDailySums(db: Database, brandId: number, metric: string): DailySum[] {
  return statement<DailySum>(
    db,
    `select day, source, sum(n) as n, sum(numerator) as numerator
     from rollup_day where brand_id = :brandId and metric = :metric
     group by day, source order by day, source`,
  ).all({ brandId, metric })
}

/**
 * Every first reply of a brand as seconds, by brand-local day; of a week with a sample, those of the sample. One text
 * per day is read far faster than its rows; the index is named because without statistics SQLite prefers a shorter one
 * and then fetches every row.
 */
export function readFirstReplies(db: Database, brandId: number): Map<string, number[]> {
  const days = statement<{ day: string; seconds: string }>(
    db,
    isBrandSampled(db, brandId) ? selectSampledReplies : selectReplies,
  ).all({ brandId })
  return new Map(days.map(({ day, seconds }) => [day, JSON.parse(seconds) as number[]]))
}

const selectReplies = `
  select day, json_group_array(first_reply_seconds) as seconds
  from conversation indexed by conversation_first_reply
  where brand_id = :brandId and served = 1 and first_reply_seconds is not null
    and deleted = 0 and kind = 'conversation'
  group by day`

/** A week begins on Monday. */
const selectSampledReplies = `
  select c.day, json_group_array(c.first_reply_seconds) as seconds
  from conversation c indexed by conversation_first_reply
  left join detail_week w on w.brand_id = c.brand_id and w.week_start = date(c.day, '-6 days', 'weekday 1')
  where c.brand_id = :brandId and c.served = 1 and c.first_reply_seconds is not null
    and c.deleted = 0 and c.kind = 'conversation'
    and coalesce(${detailRank} < w.sample_below, 1)
  group by c.day`

/** The first day, from `from` on, on which a bot took part in a conversation of the brand. */
export function readFirstBotDay(db: Database, brandId: number, from: string): string | null {
  return (
    statement<{ day: string | null }>(
      db,
      `select min(day) as day from conversation
       where brand_id = :brandId and day >= :from and bot_involved = 1 and deleted = 0`,
    ).get({ brandId, from })?.day ?? null
  )
}

import { countBelow, sampleBelow, searchBelow } from '../metrics/detail-sample.ts'
import { addDays } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { detailRank, hasTicketMessages, wholeSample } from './detail-rank.ts'
import { markBrandDaysDirty } from './rollup-dirty.ts'

/** What a week's plan is made from, beside its tickets. */
export type DetailBasis = {
  /** The first moment a bot may have answered (epoch ms); null = none did as far as is known. */
  botStart: number | null
  /** The least size of a sample; null = all tickets are read. */
  perWeek: number | null
  /** The least number of tickets in which a bot is searched. */
  botSearch: number
}

type RankCounts = {
  rank: number
  tickets: number
  needed: number
  known: number
  unreadable: number
  neededWaiting: number
  unknownReply: number
  unknownReplyWaiting: number
  searchable: number
  searchWaiting: number
}

const mayHaveBot = `(c.source = 'messaging' and coalesce(c.started_at >= :botStart, 0))`
const hasUnknownReply = '(c.source_reply_known = 0 and c.source_first_human_reply_at is null)'
const isRead = '(d.ticket_id is not null and d.generated_at >= c.updated_at)'
const isGivenUp = '(u.ticket_id is not null and u.generated_at >= c.updated_at)'
const waits = `(not ${isRead} and not ${isGivenUp} and (c.served is null or ${mayHaveBot}))`

/** One week's tickets by rank; what waits is what `readPendingDetails` finds. */
const countWeek = `
  select rank, count(*) as tickets, sum(needed) as needed, sum(needed and known) as known,
    sum(needed and not known and given_up) as unreadable, sum(waits) as neededWaiting,
    sum(unknown_reply) as unknownReply, sum(unknown_reply and waits) as unknownReplyWaiting,
    sum(searchable) as searchable, sum(searchable and not known and not given_up) as searchWaiting
  from (
    select ${detailRank} as rank, ${mayHaveBot} or ${hasUnknownReply} as needed, d.ticket_id is not null as known,
      ${isGivenUp} as given_up, ${waits} as waits,
      ${hasUnknownReply} as unknown_reply,
      c.source = 'messaging' and not (${mayHaveBot} or ${hasUnknownReply}) as searchable
    from conversation c
    left join ticket_detail d on d.ticket_id = c.ticket_id
    left join unreadable_detail u on u.ticket_id = c.ticket_id
    where c.brand_id = :brandId and c.day >= :week and c.day < :until
      and ${hasTicketMessages} and c.deleted = 0
  )
  group by rank`

const columns = [
  'tickets',
  'sampled',
  'known',
  'unreadable',
  'wanted',
  'waiting',
  'waiting_outside',
  'sample_below',
  'search_below',
  'bot_start',
  'per_week',
  'bot_search',
] as const

type DetailWeekRow = { brand_id: number; week_start: string } & Record<
  (typeof columns)[number],
  number | null
>

const upsert = `
  insert into detail_week (brand_id, week_start, ${columns.join(', ')})
  values (:brand_id, :week_start, ${columns.map((column) => `:${column}`).join(', ')})
  on conflict (brand_id, week_start) do update
    set ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`

/** Counts one week of a brand anew; marks its days where their sums change with the sample. */
export function resumDetailWeek(db: Database, brandId: number, week: string, basis: DetailBasis): void {
  const key = { brandId, week }
  const until = addDays(week, 7)
  const stored = statement<DetailWeekRow>(
    db,
    'select * from detail_week where brand_id = :brandId and week_start = :week',
  ).get(key)
  const counts = statement<RankCounts>(db, countWeek).all({ ...key, until, botStart: basis.botStart })
  if (counts.length === 0) {
    if (stored)
      statement(db, 'delete from detail_week where brand_id = :brandId and week_start = :week').run(key)
    return
  }
  const row: DetailWeekRow = { brand_id: brandId, week_start: week, ...planOf(counts, basis) }
  if (stored && columns.every((column) => stored[column] === row[column])) return
  statement(db, upsert).run(row)
  if ((stored?.sample_below ?? null) !== row.sample_below) markBrandDaysDirty(db, brandId, week, until)
}

function planOf(
  counts: readonly RankCounts[],
  { botStart, perWeek, botSearch }: DetailBasis,
): Omit<DetailWeekRow, 'brand_id' | 'week_start'> {
  const of = (column: keyof RankCounts) => new Map(counts.map((row) => [row.rank, row[column]]))
  const needed = of('needed')
  const sample = perWeek === null ? null : sampleBelow(needed, perWeek)
  const below = sample ?? wholeSample
  const search = Math.min(searchBelow(of('tickets'), botSearch), below)
  const sampled = countBelow(needed, below)
  const outside = (column: 'unknownReply' | 'unknownReplyWaiting') =>
    countBelow(of(column), wholeSample) - countBelow(of(column), below)
  const tickets = countBelow(needed, wholeSample)
  const waitingOutside = outside('unknownReplyWaiting')
  return {
    tickets,
    sampled,
    known: countBelow(of('known'), below),
    unreadable: countBelow(of('unreadable'), below),
    wanted: sampled + countBelow(of('searchable'), search) + outside('unknownReply'),
    waiting:
      countBelow(of('neededWaiting'), below) + countBelow(of('searchWaiting'), search) + waitingOutside,
    waiting_outside: waitingOutside,
    sample_below: sample,
    search_below: search,
    bot_start: botStart,
    per_week: perWeek,
    bot_search: botSearch,
  }
}

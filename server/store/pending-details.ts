import { detailTier, detailTiers } from '../metrics/detail-order.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { readDetailProgress } from './detail-plan.ts'
import { detailRank, hasTicketMessages, wholeSample } from './detail-rank.ts'

/** A ticket whose messages are to be read, at the version that asks for it. */
export type PendingDetail = { ticket_id: number; updated_at: number; started_at: number }

/** The same with its place in the order of reading: tier by tier, week by week, newest first. */
export type PlacedDetail = PendingDetail & { tier: number; week: Day }

type Group = { tier: number; week: Day; brands: number[] }
type Place = Omit<PlacedDetail, 'updated_at'>

/** Later than any ticket. */
const LATEST = Date.UTC(9000, 0, 1)
const RAMP_DAYS = 14

const selectUnread = `
  select c.ticket_id, c.updated_at, c.started_at
  from detail_week w
  join conversation c on c.brand_id = w.brand_id and c.day >= :week and c.day < :until
  left join ticket_detail d on d.ticket_id = c.ticket_id
  left join unreadable_detail u on u.ticket_id = c.ticket_id
  where w.week_start = :week and w.brand_id in (select value from json_each(:brands))
    and ${hasTicketMessages} and c.deleted = 0 and (c.started_at, c.ticket_id) < (:startedAt, :ticketId)
    and (u.ticket_id is null or u.generated_at < c.updated_at)`
const newestFirst = 'order by c.started_at desc, c.ticket_id desc limit :limit'

/** A search for bots asks one time, whatever becomes of the ticket. */
const selectPlanned = `${selectUnread} and (
    (d.ticket_id is null or d.generated_at < c.updated_at)
      and (c.served is null or c.source = 'messaging' and c.started_at >= w.bot_start)
      and ${detailRank} < coalesce(w.sample_below, ${wholeSample})
    or d.ticket_id is null and c.source = 'messaging' and ${detailRank} < w.search_below)
  ${newestFirst}`

const selectOutsideSample = `${selectUnread}
    and (d.ticket_id is null or d.generated_at < c.updated_at)
    and c.served is null and ${detailRank} >= w.sample_below
  ${newestFirst}`

const unmappedUnread = `
  from conversation c
  left join ticket_detail d on d.ticket_id = c.ticket_id
  left join unreadable_detail u on u.ticket_id = c.ticket_id
  where c.brand_id is null and c.served is null and ${hasTicketMessages} and c.deleted = 0
    and (c.started_at, c.ticket_id) < (:startedAt, :ticketId)
    and (d.ticket_id is null or d.generated_at < c.updated_at)
    and (u.ticket_id is null or u.generated_at < c.updated_at)`

const selectUnmapped = `
  select c.ticket_id, c.updated_at, c.started_at ${unmappedUnread}
  ${newestFirst}`

/**
 * Tickets whose messages are unread or changed since, in the order in which they are to be read: those of the plan's
 * samples (a bot may have answered them first, or nobody said whether a person replied) and of the search for bots;
 * weeks verdicts rest on, then the latest days, then the rest. At the very end come tickets outside the samples, and of
 * no brand, of which nobody said whether a person replied.
 * The plan is to be up to date (`refreshDetailPlan`). `after` continues a walk after the ticket it names.
 */
export function readPendingDetails(
  db: Database,
  limit: number,
  today: Day,
  after: Place | null = null,
): PlacedDetail[] {
  const found: PlacedDetail[] = []
  for (const group of readGroups(db, today)) {
    if (found.length >= limit) break
    if (after && isBefore(group, after)) continue
    const isSame = after !== null && group.tier === after.tier && group.week === after.week
    const rows = readGroup(db, group, limit - found.length, isSame ? after : null)
    found.push(...rows.map((row) => ({ ...row, tier: group.tier, week: group.week })))
  }
  return found
}

/** How many tickets wait, by a plan that is up to date. */
export function countPendingDetails(db: Database): number {
  const unmapped = statement<{ n: number }>(db, `select count(*) as n ${unmappedUnread}`).get({
    startedAt: LATEST,
    ticketId: 0,
  })
  return readDetailProgress(db).waiting + (unmapped?.n ?? 0)
}

function readGroup(db: Database, group: Group, limit: number, after: Place | null): PendingDetail[] {
  const start = { startedAt: after?.started_at ?? LATEST, ticketId: after?.ticket_id ?? 0, limit }
  if (group.tier === detailTiers.unmapped) return statement<PendingDetail>(db, selectUnmapped).all(start)
  return statement<PendingDetail>(
    db,
    group.tier === detailTiers.outsideSample ? selectOutsideSample : selectPlanned,
  ).all({
    ...start,
    week: group.week,
    until: addDays(group.week, 7),
    brands: JSON.stringify(group.brands),
  })
}

/** Weeks in which something waits, in the order of reading. */
function readGroups(db: Database, today: Day): Group[] {
  const rows = statement<{
    brand_id: number
    week: Day
    planned: number
    outside: number
    cutover: Day | null
    ramp_end: Day | null
  }>(
    db,
    `select w.brand_id, w.week_start as week, w.waiting - w.waiting_outside as planned,
       w.waiting_outside as outside, m.went_live_on as cutover, m.ramp_end
     from detail_week w left join brand_cutover m on m.brand_id = w.brand_id
     where w.waiting > 0 order by w.week_start desc, w.brand_id`,
  ).all()
  const groups = new Map<string, Group>()
  const add = (tier: number, week: Day, brandId: number) => {
    const group = groups.get(`${tier} ${week}`)
    if (group) group.brands.push(brandId)
    else groups.set(`${tier} ${week}`, { tier, week, brands: [brandId] })
  }
  for (const { brand_id, week, planned, outside, cutover, ramp_end } of rows) {
    const moved = cutover === null ? null : { cutover, rampEnd: ramp_end ?? addDays(cutover, RAMP_DAYS) }
    if (planned > 0) add(detailTier(week, moved, today), week, brand_id)
    if (outside > 0) add(detailTiers.outsideSample, week, brand_id)
  }
  const inOrder = [...groups.values()].sort((a, b) => a.tier - b.tier || (a.week < b.week ? 1 : -1))
  return [...inOrder, { tier: detailTiers.unmapped, week: '', brands: [] }]
}

function isBefore(group: Group, place: Place): boolean {
  return group.tier < place.tier || (group.tier === place.tier && group.week > place.week)
}

import type { AccountKnowledge } from '../metrics/account-knowledge.ts'
import { botStartOf } from '../metrics/account-knowledge.ts'
import type { WeekTickets } from '../metrics/detail-sample.ts'
import { sampledBrands } from '../metrics/detail-sample.ts'
import { mondayOf } from '../periods/day.ts'
import { readAccountKnowledge } from './account-knowledge.ts'
import { readApiBudgets } from './api-budgets.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { DetailBasis } from './detail-week-rows.ts'
import { resumDetailWeek } from './detail-week-rows.ts'

/** The requests per minute of the smallest plan, until the account's own limit was seen. */
const SMALLEST_LIMIT = 200
const WEEKS_AT_ONCE = 200

type BrandDay = { brandId: number; day: string }

/**
 * Counts the weeks of these days anew and settles of which brands samples are read. Days whose sums change with a
 * sample are marked.
 */
export function refreshDetailWeeks(db: Database, days: readonly BrandDay[]): void {
  inTransaction(db, () => {
    const account = readAccountKnowledge(db)
    const before = basisOf(db, account)
    const weeks = new Map(
      days.map(({ brandId, day }) => [`${brandId} ${mondayOf(day)}`, { brandId, week: mondayOf(day) }]),
    )
    for (const { brandId, week } of weeks.values()) resumDetailWeek(db, brandId, week, before(brandId))
    const after = basisOf(db, account)
    for (const row of readBases(db)) {
      const basis = after(row.brandId)
      if (
        row.botStart !== basis.botStart ||
        row.perWeek !== basis.perWeek ||
        row.botSearch !== basis.botSearch
      ) {
        resumDetailWeek(db, row.brandId, row.week, basis)
      }
    }
  })
}

/** Brings the whole plan up to date with what was stored since its weeks were last counted. */
export function refreshDetailPlan(db: Database): void {
  const days = statement<BrandDay>(
    db,
    'select brand_id as brandId, day from rollup_dirty order by brand_id, day',
  ).all()
  for (let from = 0; from === 0 || from < days.length; from += WEEKS_AT_ONCE) {
    refreshDetailWeeks(db, days.slice(from, from + WEEKS_AT_ONCE))
  }
}

/** What the weeks of a brand are to be made from. */
function basisOf(db: Database, account: AccountKnowledge): (brandId: number) => DetailBasis {
  const { detailSample } = account.settings
  const perMinute =
    readApiBudgets(db).find(({ bucket }) => bucket === 'account')?.per_minute ?? SMALLEST_LIMIT
  const sampled = sampledBrands(readWeekTickets(db), detailSample, perMinute)
  return (brandId) => ({
    botStart: botStartOf(account, brandId),
    perWeek: sampled.has(brandId) ? detailSample.perBrandWeek : null,
    // Where a person said since when a bot answers there is nothing to find out.
    botSearch: account.botSinceSet.has(brandId) ? 0 : detailSample.botSearchPerBrandWeek,
  })
}

function readWeekTickets(db: Database): Map<number, WeekTickets[]> {
  const rows = statement<{ brandId: number; week: string; tickets: number }>(
    db,
    'select brand_id as brandId, week_start as week, tickets from detail_week order by brand_id, week_start',
  ).all()
  const weeks = new Map<number, WeekTickets[]>()
  for (const { brandId, week, tickets } of rows) {
    const list = weeks.get(brandId)
    if (list) list.push({ week, tickets })
    else weeks.set(brandId, [{ week, tickets }])
  }
  return weeks
}

function readBases(db: Database): (DetailBasis & { brandId: number; week: string })[] {
  return statement<DetailBasis & { brandId: number; week: string }>(
    db,
    `select brand_id as brandId, week_start as week, bot_start as botStart, per_week as perWeek, bot_search as botSearch
     from detail_week order by brand_id, week_start`,
  ).all()
}

/** Counts the weeks of these tickets anew. */
export function refreshTicketWeeks(db: Database, ticketIds: readonly number[]): void {
  refreshDetailWeeks(
    db,
    statement<BrandDay>(
      db,
      `select distinct brand_id as brandId, day from conversation
       where ticket_id in (select value from json_each(:ids)) and brand_id is not null`,
    ).all({ ids: JSON.stringify(ticketIds) }),
  )
}

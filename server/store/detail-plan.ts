import type { Database } from './database.ts'
import { statement } from './database.ts'

/** How much of what only messages tell is here, of one brand's tickets. */
export type DetailCoverage = {
  brandId: number
  /** Tickets of which only the messages tell when people were needed or replied. */
  tickets: number
  /** Of those, the ones that speak for all: all of them, or a fixed sample. */
  sampled: number
  /** Of the sampled, those whose messages were read. */
  known: number
  /** Of the sampled, those whose messages cannot be had: gone, or in a form nobody knows. */
  unreadable: number
}

/** The same of one week, from Monday, brand-local. */
export type DetailWeek = Omit<DetailCoverage, 'brandId'> & { week: string }

/** How much of the tickets' messages is known, brand by brand; brands that need none are not named. */
export function readDetailCoverage(db: Database): DetailCoverage[] {
  return statement<DetailCoverage>(
    db,
    `select brand_id as brandId, sum(tickets) as tickets, sum(sampled) as sampled, sum(known) as known,
       sum(unreadable) as unreadable
     from detail_week group by brand_id having sum(tickets) > 0 order by brand_id`,
  ).all()
}

/** The weeks of one brand whose figures need messages, oldest first. */
export function readDetailWeeks(db: Database, brandId: number): DetailWeek[] {
  return statement<DetailWeek>(
    db,
    `select week_start as week, tickets, sampled, known, unreadable
     from detail_week where brand_id = :brandId and tickets > 0 order by week_start`,
  ).all({ brandId })
}

/** Tickets whose messages are to be read at all, and those of them that are still to be read. */
export function readDetailProgress(db: Database): { wanted: number; waiting: number } {
  const row = statement<{ wanted: number; waiting: number }>(
    db,
    'select coalesce(sum(wanted), 0) as wanted, coalesce(sum(waiting), 0) as waiting from detail_week',
  ).get()
  return row ?? { wanted: 0, waiting: 0 }
}

/** The ranks below which a week's tickets speak for all; null = all of them do. */
export function readSampleBelow(db: Database, brandId: number, week: string): number | null {
  return (
    statement<{ below: number | null }>(
      db,
      'select sample_below as below from detail_week where brand_id = :brandId and week_start = :week',
    ).get({ brandId, week })?.below ?? null
  )
}

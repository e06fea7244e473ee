import type { Day } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { measures } from './measures/all.ts'
import { keepKnown } from './measures/keep-known.ts'
import type { DailySum } from './summed-days.ts'
import { readSummed } from './summed-days.ts'

export type { DailySum } from './summed-days.ts'

/**
 * A rolled-up measure of a brand per day and source, channels together, oldest first. Days of which too little is known
 * are left out, and of sources that tell the same thing twice all but one.
 */
export function readDailySums(db: Database, brandId: number, metric: string): DailySum[] {
  const days = readSummed(db, brandId, metric)
  const measure = measures.get(metric)
  return measure ? keepKnown(db, brandId, measure, days) : days
}

/** The first day, from `from` on, on which a bot took part in a conversation of the brand. */
export function readFirstBotDay(db: Database, brandId: number, from: Day): Day | null {
  // A brand's days follow one another as its conversations do: the first along the index is the earliest.
  const first = statement<{ day: Day }>(
    db,
    `select day from conversation
     where brand_id = :brandId and bot_involved = 1 and deleted = 0 and +day >= :from
     order by started_at limit 1`,
  ).get({ brandId, from })
  return first?.day ?? null
}

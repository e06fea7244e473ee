import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** One Zendesk limit as the jobs process last saw it. Instants are epoch ms. */
export type ApiBudgetRow = {
  bucket: string
  per_minute: number
  remaining: number
  resets_at: number
  paused_until: number | null
  /** Since the day (UTC) began. */
  requests: number
  /** Answers 429 since the day began. */
  refused: number
  day: Day
  updated_at: number
}

/** What a bucket looks like, and what has been asked of it since the last time it was written down. */
export type ApiBudgetSighting = Omit<ApiBudgetRow, 'day' | 'updated_at'>

/** Writes down what was seen; requests add up over the day (UTC), whichever run made them. */
export function recordApiBudgets(db: Database, sightings: readonly ApiBudgetSighting[], now: number): void {
  inTransaction(db, () => {
    for (const sighting of sightings) {
      statement(
        db,
        `insert into api_budget
           (bucket, per_minute, remaining, resets_at, paused_until, requests, refused, day, updated_at)
         values (:bucket, :per_minute, :remaining, :resets_at, :paused_until, :requests, :refused, :day, :now)
         on conflict (bucket) do update set per_minute = excluded.per_minute, remaining = excluded.remaining,
           resets_at = excluded.resets_at, paused_until = excluded.paused_until,
           requests = excluded.requests + case when day = excluded.day then requests else 0 end,
           refused = excluded.refused + case when day = excluded.day then refused else 0 end,
           day = excluded.day, updated_at = excluded.updated_at`,
      ).run({ ...sighting, day: dayOf(now, 'UTC'), now })
    }
  })
}

/** Every bucket that was ever used, by name. */
export function readApiBudgets(db: Database): ApiBudgetRow[] {
  return statement<ApiBudgetRow>(db, 'select * from api_budget order by bucket').all()
}

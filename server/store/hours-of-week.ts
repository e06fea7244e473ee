import type { Day, Period } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { isForPeople } from './measures/measure.ts'

/** The conversations that began in one hour of one local day; hours repeated by a change of clocks are one. */
export type StartedInHour = {
  day: Day
  /** 0 = Monday 00:00. */
  hourOfWeek: number
  conversations: number
  /** Those that reached a person or should have. */
  forPeople: number
  /** Of which it is known whether the brand was open, and of these, those begun while it was not. */
  knownHours: number
  outside: number
}

/** When the conversations of a brand began, by local day in [from, to) and hour; offline messages left out. */
export function readStartedByHour(db: Database, brandId: number, { from, to }: Period): StartedInHour[] {
  return statement<StartedInHour>(
    db,
    `select c.day, c.hour_of_week as hourOfWeek, count(*) as conversations,
       sum(${isForPeople}) as forPeople, sum(c.outside_hours is not null) as knownHours,
       coalesce(sum(c.outside_hours), 0) as outside
     from conversation c
     where c.brand_id = :brandId and c.day >= :from and c.day < :to and c.deleted = 0 and c.kind = 'conversation'
     group by c.day, c.hour_of_week`,
  ).all({ brandId, from, to })
}

/** The first local day of a brand with a conversation, or null. */
export function readFirstDay(db: Database, brandId: number): Day | null {
  const row = statement<{ day: Day | null }>(
    db,
    'select min(day) as day from conversation where brand_id = :brandId and deleted = 0',
  ).get({ brandId })
  return row?.day ?? null
}

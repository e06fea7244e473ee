import type { WorkInterval, WorkPiece } from '../../../metrics/team/agent-time.ts'
import { agentTimes, piecesOf } from '../../../metrics/team/agent-time.ts'
import type { Day } from '../../../periods/day.ts'
import { addDays } from '../../../periods/day.ts'
import { startOfDay } from '../../../periods/zone.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'
import { markDirty } from '../../rollup-dirty.ts'
import { readWorkIntervals } from './work-intervals.ts'

type BrandDay = { brandId: number; day: Day }
type StoredPiece = Omit<WorkPiece, 'isFirst'> & { isFirst: number }

/**
 * Sums anew what each agent did for a brand on a local day. An engagement that reaches into other days, or was begun on
 * another day than its conversation, gives them their pieces: such days are marked if that changed them. To be called in
 * the transaction that sums the day.
 */
export function resumTeamDay(db: Database, brandId: number, day: Day, zone: string): void {
  const key = { brandId, day }
  const intervals = readWorkIntervals(db, brandId, day, day)
  const pieces = piecesAround(intervals, day, zone)
  storeElsewhere(
    db,
    key,
    pieces.filter((piece) => piece.day !== day),
  )
  const fromElsewhere = statement<StoredPiece>(
    db,
    `select id, day, agent_id as agentId, starts_at as startsAt, ends_at as endsAt, is_first as isFirst
     from engagement_piece where brand_id = :brandId and day = :day and origin_day <> :day`,
  ).all(key)
  const present = [
    ...pieces.filter((piece) => piece.day === day),
    ...fromElsewhere.map((piece) => ({ ...piece, isFirst: piece.isFirst === 1 })),
  ]
  statement(db, 'delete from agent_day where brand_id = :brandId and day = :day').run(key)
  for (const time of agentTimes(present)) {
    statement(
      db,
      `insert into agent_day (brand_id, day, agent_id, engagements, engaged_seconds, agent_seconds)
       values (:brandId, :day, :agentId, :engagements, :engagedSeconds, :agentSeconds)`,
    ).run({ ...key, ...time })
  }
}

/** Nearly all lie within the day of their conversation: only the others are cut. */
function piecesAround(intervals: readonly WorkInterval[], day: Day, zone: string): WorkPiece[] {
  const [from, to] = [startOfDay(day, zone), startOfDay(addDays(day, 1), zone)]
  return intervals.flatMap((interval) =>
    interval.startsAt >= from && interval.endsAt <= to && interval.startsAt < to
      ? { ...interval, day, isFirst: true }
      : piecesOf(interval, zone),
  )
}

function storeElsewhere(db: Database, key: BrandDay, pieces: readonly WorkPiece[]): void {
  const stored = statement<StoredPiece>(
    db,
    `select id, day, agent_id as agentId, starts_at as startsAt, ends_at as endsAt, is_first as isFirst
     from engagement_piece where brand_id = :brandId and origin_day = :day`,
  ).all(key)
  const wanted = pieces.map((piece) => ({ ...piece, isFirst: piece.isFirst ? 1 : 0 }))
  const [before, now] = [stored.map(textOf), wanted.map(textOf)]
  const [known, kept] = [new Set(before), new Set(now)]
  const gone = stored.filter((_, i) => !kept.has(before[i]))
  const added = wanted.filter((_, i) => !known.has(now[i]))
  for (const { id, day } of gone) {
    statement(
      db,
      `delete from engagement_piece
       where brand_id = :brandId and origin_day = :originDay and day = :day and id = :id`,
    ).run({ brandId: key.brandId, originDay: key.day, day, id })
  }
  for (const piece of added) {
    statement(
      db,
      `insert into engagement_piece (brand_id, origin_day, day, id, agent_id, starts_at, ends_at, is_first)
       values (:brandId, :originDay, :day, :id, :agentId, :startsAt, :endsAt, :isFirst)`,
    ).run({ ...piece, brandId: key.brandId, originDay: key.day })
  }
  for (const day of new Set([...gone, ...added].map((piece) => piece.day))) markDirty(db, key.brandId, day)
}

function textOf({ id, day, agentId, startsAt, endsAt, isFirst }: StoredPiece): string {
  return [id, day, agentId, startsAt, endsAt, isFirst].join(' ')
}

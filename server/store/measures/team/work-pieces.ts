import type { WorkPiece } from '../../../metrics/team/agent-time.ts'
import { piecesOf } from '../../../metrics/team/agent-time.ts'
import type { Day, Period } from '../../../periods/day.ts'
import { addDays } from '../../../periods/day.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'
import { readWorkIntervals } from './work-intervals.ts'

/**
 * What agents did for a brand on its local days [from, to), cut at midnights: the same pieces of which `agent_day` holds
 * the sums.
 */
export function readWorkPieces(
  db: Database,
  brandId: number,
  { from, to }: Period,
  zone: string,
): WorkPiece[] {
  const isWithin = (day: Day) => day >= from && day < to
  const own = readWorkIntervals(db, brandId, from, addDays(to, -1))
    .flatMap((interval) => piecesOf(interval, zone))
    .filter(({ day }) => isWithin(day))
  const fromElsewhere = statement<Omit<WorkPiece, 'isFirst'> & { isFirst: number }>(
    db,
    `select id, day, agent_id as agentId, starts_at as startsAt, ends_at as endsAt, is_first as isFirst
     from engagement_piece
     where brand_id = :brandId and day >= :from and day < :to and (origin_day < :from or origin_day >= :to)`,
  ).all({ brandId, from, to })
  return [...own, ...fromElsewhere.map((piece) => ({ ...piece, isFirst: piece.isFirst === 1 }))]
}

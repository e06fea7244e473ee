import type { WorkInterval } from '../../../metrics/team/agent-time.ts'
import type { Day } from '../../../periods/day.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'
import { chatParts, ticketParts } from './engaged.ts'

const selectIntervals = [chatParts, ticketParts]
  .map(
    ({ join, where, end }) => `
  select p.id, p.agent_id as agentId, p.started_at as startsAt, ${end} as endsAt
  from conversation c ${join}
  where c.brand_id = :brandId and c.day >= :from and c.day <= :to and c.deleted = 0 and c.kind = 'conversation'
    and ${where}`,
  )
  .join('\n  union all')

/**
 * Every engagement of a brand's conversations that began on local days `from` to `to`, both included; the engagements of a
 * ticket that was taken up again lie later than its day.
 */
export function readWorkIntervals(db: Database, brandId: number, from: Day, to: Day): WorkInterval[] {
  return statement<WorkInterval>(db, selectIntervals).all({ brandId, from, to })
}

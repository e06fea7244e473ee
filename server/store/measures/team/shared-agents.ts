import type { Day } from '../../../periods/day.ts'
import { dayNumberOf } from '../../../periods/day.ts'
import { dayNumbersIn } from '../../columns.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'

/** For each of the others the share (0…1) of a brand's agent hours in [from, to) worked by agents of the other too. */
export type ReadSharedAgents = (
  brandId: number,
  others: readonly number[],
  from: Day,
  to: Day,
) => Map<number, number>

/**
 * The share (0…1) of a brand's agent hours in [from, to) that was worked by agents who worked for another brand too in
 * that time, for each of the others. A brand nobody is shared with has 0; without any hours of its own there is no share.
 * @example readSharedAgents(db, 3, [1, 2], '2026-01-05', '2026-04-06').get(1) // 0.25
 */
export function readSharedAgents(
  db: Database,
  brandId: number,
  others: readonly number[],
  from: Day,
  to: Day,
): Map<number, number> {
  return sharedAgentsReader(db)(brandId, others, from, to)
}

/** The same for many questions about the database as it is: what is read of a brand is kept. */
export function sharedAgentsReader(db: Database): ReadSharedAgents {
  const hours = new Map<string, OwnHours[]>()
  const workdays = new Map<number, Map<number, Int32Array>>()
  return (brandId, others, from, to) => {
    const own = keptBy(hours, `${brandId} ${from} ${to}`, () => readOwnHours(db, { brandId, from, to }))
    const whole = sumOf(own)
    const shares = new Map<number, number>()
    for (const other of others) {
      if (other === brandId || !(whole > 0)) continue
      const theirs = keptBy(workdays, other, () => readWorkdays(db, other))
      const shared = own.filter(({ agentId }) => {
        const days = theirs.get(agentId)
        return days !== undefined && workedWithin(days, dayNumberOf(from), dayNumberOf(to))
      })
      shares.set(other, sumOf(shared) / whole)
    }
    return shares
  }
}

type OwnHours = { agentId: number; seconds: number }

function readOwnHours(db: Database, question: { brandId: number; from: Day; to: Day }): OwnHours[] {
  return statement<OwnHours>(
    db,
    `select agent_id as agentId, sum(agent_seconds) as seconds from agent_day
     where brand_id = :brandId and day >= :from and day < :to group by agent_id order by agent_id`,
  ).all(question)
}

/** Numbers of the days on which each agent worked for a brand, ascending: an agent's are one text, not a row each. */
function readWorkdays(db: Database, brandId: number): Map<number, Int32Array> {
  const rows = statement<{ agentId: number; days: string }>(
    db,
    `select agent_id as agentId, group_concat(day, '') as days
     from (select agent_id, day from agent_day
       where brand_id = :brandId and agent_seconds > 0 order by agent_id, day)
     group by agent_id`,
  ).all({ brandId })
  return new Map(rows.map(({ agentId, days }) => [agentId, dayNumbersIn(days)]))
}

function workedWithin(days: Int32Array, from: number, to: number): boolean {
  let low = 0
  let high = days.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (days[middle] < from) low = middle + 1
    else high = middle
  }
  return low < days.length && days[low] < to
}

function sumOf(hours: readonly OwnHours[]): number {
  return hours.reduce((sum, { seconds }) => sum + seconds, 0)
}

function keptBy<Key, Value>(kept: Map<Key, Value>, key: Key, make: () => Value): Value {
  let found = kept.get(key)
  if (found === undefined) kept.set(key, (found = make()))
  return found
}

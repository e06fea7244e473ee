import type { WorkInterval, WorkPiece } from '../../../metrics/team/agent-time.ts'
import { agentTimes, piecesOf } from '../../../metrics/team/agent-time.ts'
import type { Day } from '../../../periods/day.ts'
import type { Costs } from '../../../settings/costs.ts'
import { costsOf } from '../../../settings/costs.ts'
import { brandSettingsOf } from '../../../settings/default-settings.ts'
import { readDailySums } from '../../daily-values.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'
import { readAccountSettings } from '../../settings.ts'
import type { MeasureFilter } from '../filter.ts'
import { filterSql } from '../filter.ts'
import type { MeasureDay } from '../read-measure-days.ts'
import { chatParts, ticketParts } from './engaged.ts'
import type { AgentDay, ConversationDay, TeamDays } from './team-days.ts'
import { addUpDays, teamDaysOf } from './team-days.ts'

const RESOLUTIONS = 'cost_per_resolution'

/** What the filter leaves, for a brand: each is asked for once or more. */
export type FilteredSource = {
  /** @param measure a measure's key */
  measureDays(measure: string): readonly MeasureDay[]
  agentDays(): ReadonlyMap<Day, AgentDay>
}

/**
 * `readTeamDays` over the conversations that pass a filter. Seats are nobody's in particular: they are divided evenly
 * among what was resolved.
 */
export function readFilteredTeamDays(
  db: Database,
  brandId: number,
  metric: string,
  { measureDays, agentDays }: FilteredSource,
): TeamDays | null {
  const conversationDays = (measure: string) => addUpDays(measureDays(measure))
  return teamDaysOf(metric, {
    agentDays,
    conversationDays,
    costsOn() {
      const all = addUpDays(readDailySums(db, brandId, RESOLUTIONS))
      return costsOfShare(costsOf(readAccountSettings(db), brandId), conversationDays(RESOLUTIONS), all)
    },
  })
}

/** A day without any resolution is divided as all days together are. */
function costsOfShare(
  costs: Costs,
  own: ReadonlyMap<Day, ConversationDay>,
  all: ReadonlyMap<Day, ConversationDay>,
): (day: Day) => Costs {
  const [ownTotal, total] = [own, all].map((days) => [...days.values()].reduce((sum, { n }) => sum + n, 0))
  const overall = total === 0 ? 1 : ownTotal / total
  return (day) => {
    const whole = all.get(day)?.n ?? 0
    const share = whole === 0 ? overall : (own.get(day)?.n ?? 0) / whole
    return { ...costs, seats: costs.seats === null ? null : costs.seats * share }
  }
}

/**
 * Agents' time with the conversations that pass a filter, by local day: they work while one of these is open, whatever
 * else they do at the time.
 */
export function readFilteredAgentDays(
  db: Database,
  brandId: number,
  filter: MeasureFilter,
): Map<Day, AgentDay> {
  const { zone } = brandSettingsOf(readAccountSettings(db), brandId)
  const { sql, parameters } = filterSql(filter)
  const parts = [chatParts, ticketParts].map(
    ({ join, where, end }) => `
    select p.id, p.agent_id as agentId, p.started_at as startsAt, ${end} as endsAt
    from conversation c ${join}
    where c.brand_id = :brandId and c.deleted = 0 and c.kind = 'conversation' and ${where} and ${sql}`,
  )
  const byDay = new Map<Day, WorkPiece[]>()
  for (const interval of statement<WorkInterval>(db, parts.join('\n  union all')).iterate({
    ...parameters,
    brandId,
  }))
    for (const piece of piecesOf(interval, zone)) {
      const own = byDay.get(piece.day)
      if (own) own.push(piece)
      else byDay.set(piece.day, [piece])
    }
  return new Map([...byDay].map(([day, pieces]) => [day, timeOf(pieces)]))
}

/** All agents of a day together. */
function timeOf(pieces: readonly WorkPiece[]): AgentDay {
  const sums = { engagements: 0, engagedSeconds: 0, agentSeconds: 0 }
  for (const time of agentTimes(pieces)) {
    sums.engagements += time.engagements
    sums.engagedSeconds += time.engagedSeconds
    sums.agentSeconds += time.agentSeconds
  }
  return sums
}

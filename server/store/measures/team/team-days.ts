import { costOfDay } from '../../../metrics/team/cost-of-day.ts'
import type { Day } from '../../../periods/day.ts'
import { addDays } from '../../../periods/day.ts'
import type { Costs } from '../../../settings/costs.ts'
import { costsOf } from '../../../settings/costs.ts'
import { readDailySums } from '../../daily-values.ts'
import type { Database } from '../../database.ts'
import { statement } from '../../database.ts'
import { readAccountSettings } from '../../settings.ts'

/** A day of a figure that is `numerator` / `denominator`; `n` is how many conversations or engagements it rests on. */
export type TeamDay = { n: number; numerator: number; denominator: number }
export type TeamDays = ReadonlyMap<Day, TeamDay>

export type AgentDay = { engagements: number; engagedSeconds: number; agentSeconds: number }
export type ConversationDay = { n: number; numerator: number; byBot: number }

/** Where the figures come from, each read when it is needed. */
export type TeamSource = {
  agentDays(): ReadonlyMap<Day, AgentDay>
  /** @param measure a measure's key */
  conversationDays(measure: string): ReadonlyMap<Day, ConversationDay>
  /** What a day's seats and hours cost. */
  costsOn(): (day: Day) => Costs
}

const HOUR_SECONDS = 3600

/**
 * The days of a metric that rests on agents' time; null for any other. Days on which engagements are not held have to be
 * left out by whoever asks (`daysNotHeld`): what is here of them is too little.
 */
export function readTeamDays(db: Database, brandId: number, metric: string): TeamDays | null {
  return teamDaysReader(db)(brandId, metric)
}

/** The same for many questions about the database as it is: what several metrics look at is read once. */
export function teamDaysReader(db: Database): (brandId: number, metric: string) => TeamDays | null {
  const known = new Map<number, Map<Day, AgentDay>>()
  const agentDaysOf = (brandId: number) => {
    let days = known.get(brandId)
    if (!days) known.set(brandId, (days = readAgentDays(db, brandId)))
    return days
  }
  return (brandId, metric) =>
    teamDaysOf(metric, {
      agentDays: () => agentDaysOf(brandId),
      conversationDays: (measure) => addUpDays(readDailySums(db, brandId, measure)),
      costsOn() {
        const costs = costsOf(readAccountSettings(db), brandId)
        return () => costs
      },
    })
}

/** The same from any source. */
export function teamDaysOf(metric: string, source: TeamSource): TeamDays | null {
  if (metric === 'concurrency') return concurrency(source)
  if (metric === 'conversations_per_agent_hour') return conversationsPerAgentHour(source)
  if (metric === 'cost_per_resolution') return costPerResolution(source)
  return null
}

/** Engagements open at once per working agent: the time of all of them over the time with at least one. */
function concurrency(source: TeamSource): TeamDays {
  return new Map(
    [...source.agentDays()].map(([day, { engagements, engagedSeconds, agentSeconds }]) => [
      day,
      { n: engagements, numerator: engagedSeconds, denominator: agentSeconds },
    ]),
  )
}

/** Conversations agents took part in and served, over the hours in which they had an engagement open. */
function conversationsPerAgentHour(source: TeamSource): TeamDays {
  const served = source.conversationDays('conversations_per_agent_hour')
  const agents = source.agentDays()
  return new Map(
    [...new Set([...served.keys(), ...agents.keys()])].map((day) => {
      const n = served.get(day)?.n ?? 0
      return [day, { n, numerator: n, denominator: (agents.get(day)?.agentSeconds ?? 0) / HOUR_SECONDS }]
    }),
  )
}

/** What each day cost, over what was resolved on it for good; empty while the costs were not entered. */
function costPerResolution(source: TeamSource): TeamDays {
  const resolved = source.conversationDays('cost_per_resolution')
  const agents = source.agentDays()
  const costsOn = source.costsOn()
  const known = [...resolved.keys(), ...agents.keys()].sort()
  const last = known.at(-1)
  const days = new Map<Day, TeamDay>()
  // Seats cost on every day, also where nobody wrote.
  for (let day = known[0]; last !== undefined && day <= last; day = addDays(day, 1)) {
    const { n, numerator, byBot } = resolved.get(day) ?? { n: 0, numerator: 0, byBot: 0 }
    const agentSeconds = agents.get(day)?.agentSeconds ?? 0
    // People resolved something and nobody knows how long they took: that is not free of charge.
    if (agentSeconds === 0 && n > byBot) continue
    const cost = costOfDay(costsOn(day), { agentSeconds, botResolutions: byBot })
    if (cost === null) return new Map()
    days.set(day, { n: numerator, numerator: cost, denominator: numerator })
  }
  return days
}

function readAgentDays(db: Database, brandId: number): Map<Day, AgentDay> {
  const rows = statement<AgentDay & { day: Day }>(
    db,
    `select day, sum(engagements) as engagements, sum(engaged_seconds) as engagedSeconds,
       sum(agent_seconds) as agentSeconds
     from agent_day where brand_id = :brandId group by day`,
  ).all({ brandId })
  return new Map(rows.map(({ day, ...sums }) => [day, sums]))
}

/** Eras together, and beside them what the bot did alone. */
export function addUpDays(
  rows: readonly { day: Day; source: string; n: number; numerator: number }[],
): Map<Day, ConversationDay> {
  const days = new Map<Day, ConversationDay>()
  for (const { day, source, n, numerator } of rows) {
    const sums = days.get(day) ?? { n: 0, numerator: 0, byBot: 0 }
    days.set(day, {
      n: sums.n + n,
      numerator: sums.numerator + numerator,
      byBot: sums.byBot + (source === 'bot' ? n : 0),
    })
  }
  return days
}

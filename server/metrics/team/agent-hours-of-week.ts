import { hourOfWeek, timeOfDay } from '../../periods/zone.ts'
import type { AgentTime, WorkInterval } from './agent-time.ts'
import { agentTimes } from './agent-time.ts'

const HOUR_MS = 3_600_000

/** The time of all agents together in one hour of the week, 0 = Monday 00:00. */
export type HourOfWeekTime = { hourOfWeek: number } & Pick<AgentTime, 'engagedSeconds' | 'agentSeconds'>

/**
 * Agents' time over some weeks by the hour of the week in which it lies; what begins or ends outside [from, to) (epoch ms)
 * is cut there. Hours without work are left out.
 */
export function agentHoursOfWeek(
  intervals: readonly WorkInterval[],
  { from, to }: { from: number; to: number },
  zone: string,
): HourOfWeekTime[] {
  const byHour = new Map<number, (WorkInterval & { isFirst: boolean })[]>()
  for (const interval of intervals) {
    const until = Math.min(interval.endsAt, to)
    for (let startsAt = Math.max(interval.startsAt, from); startsAt < until;) {
      const endsAt = Math.min(until, startsAt + HOUR_MS - (timeOfDay(startsAt, zone) % HOUR_MS))
      const hour = hourOfWeek(startsAt, zone)
      const pieces = byHour.get(hour) ?? []
      pieces.push({ ...interval, startsAt, endsAt, isFirst: false })
      byHour.set(hour, pieces)
      startsAt = endsAt
    }
  }
  return [...byHour]
    .map(([hour, pieces]) => ({ hourOfWeek: hour, ...totalOf(agentTimes(pieces)) }))
    .sort((one, other) => one.hourOfWeek - other.hourOfWeek)
}

function totalOf(times: readonly AgentTime[]): Pick<AgentTime, 'engagedSeconds' | 'agentSeconds'> {
  return {
    engagedSeconds: times.reduce((sum, time) => sum + time.engagedSeconds, 0),
    agentSeconds: times.reduce((sum, time) => sum + time.agentSeconds, 0),
  }
}

import { hourOfWeek, timeOfDay } from '../../periods/zone.ts'
import type { AgentTime, WorkPiece } from './agent-time.ts'
import { agentTimes } from './agent-time.ts'

const HOUR_MS = 3_600_000

/** The time of all agents together in one hour of the week, 0 = Monday 00:00. */
export type HourOfWeekTime = { hourOfWeek: number } & Omit<AgentTime, 'agentId'>
type Piece = Omit<WorkPiece, 'day'>

/**
 * Agents' time by the hour of the week in which it lies, all weeks together; an hour that the clocks repeat counts as one,
 * and no time is lost or counted twice: added up, it is that of the pieces. Hours without work are left out.
 */
export function agentHoursOfWeek(pieces: readonly Piece[], zone: string): HourOfWeekTime[] {
  const byHour = new Map<number, Piece[]>()
  for (const piece of pieces) {
    let isFirst = piece.isFirst
    let { startsAt } = piece
    do {
      const untilHour = HOUR_MS - (timeOfDay(startsAt, zone) % HOUR_MS)
      const endsAt = Math.min(piece.endsAt, startsAt + untilHour)
      const hour = hourOfWeek(startsAt, zone)
      const own = byHour.get(hour)
      const part = { ...piece, startsAt, endsAt, isFirst }
      if (own) own.push(part)
      else byHour.set(hour, [part])
      startsAt = endsAt
      isFirst = false
    } while (startsAt < piece.endsAt)
  }
  return [...byHour]
    .map(([hour, own]) => ({ hourOfWeek: hour, ...totalOf(agentTimes(own)) }))
    .sort((one, other) => one.hourOfWeek - other.hourOfWeek)
}

function totalOf(times: readonly AgentTime[]): Omit<AgentTime, 'agentId'> {
  const total = { engagements: 0, engagedSeconds: 0, agentSeconds: 0 }
  for (const time of times) {
    total.engagements += time.engagements
    total.engagedSeconds += time.engagedSeconds
    total.agentSeconds += time.agentSeconds
  }
  return total
}

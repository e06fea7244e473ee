import type { Day } from '../../periods/day.ts'
import { addDays } from '../../periods/day.ts'
import { dayOf, startOfDay } from '../../periods/zone.ts'

/** One engagement: an agent's part in one conversation, [startsAt, endsAt) in epoch ms. */
export type WorkInterval = { id: string; agentId: number; startsAt: number; endsAt: number }
/** What of it lies on one local day; `isFirst` where it began on that day. */
export type WorkPiece = WorkInterval & { day: Day; isFirst: boolean }
/** An agent's time over some pieces. `engagedSeconds` / `agentSeconds` is how many were open at once, on average. */
export type AgentTime = {
  agentId: number
  /** Begun in these pieces. */
  engagements: number
  /** Every engagement's time added up. */
  engagedSeconds: number
  /** Time with at least one engagement open: what overlaps counts once. */
  agentSeconds: number
}

/**
 * Cuts an engagement at the midnights of a zone.
 * @example piecesOf({ id: 'a', agentId: 1, startsAt: 23:50, endsAt: 00:20 }, zone) // ten minutes, then twenty
 */
export function piecesOf(interval: WorkInterval, zone: string): WorkPiece[] {
  const pieces: WorkPiece[] = []
  let startsAt = interval.startsAt
  let day = dayOf(startsAt, zone)
  for (;;) {
    const next = addDays(day, 1)
    const endsAt = Math.min(interval.endsAt, startOfDay(next, zone))
    pieces.push({ ...interval, day, startsAt, endsAt, isFirst: pieces.length === 0 })
    if (endsAt >= interval.endsAt) return pieces
    startsAt = endsAt
    day = next
  }
}

/**
 * Each agent's time over pieces of one brand. The same rule holds for live chat and for messaging: an agent works from
 * the beginning of an engagement to its end, and one that ends as another begins does not overlap with it.
 */
export function agentTimes(pieces: readonly Omit<WorkPiece, 'day'>[]): AgentTime[] {
  const byAgent = new Map<number, Omit<WorkPiece, 'day'>[]>()
  for (const piece of pieces) {
    const own = byAgent.get(piece.agentId)
    if (own) own.push(piece)
    else byAgent.set(piece.agentId, [piece])
  }
  return [...byAgent]
    .map(([agentId, own]) => ({
      agentId,
      engagements: own.filter(({ isFirst }) => isFirst).length,
      engagedSeconds: own.reduce((sum, piece) => sum + lengthOf(piece), 0) / 1000,
      agentSeconds: unionOf(own) / 1000,
    }))
    .sort((one, other) => one.agentId - other.agentId)
}

function unionOf(pieces: readonly { startsAt: number; endsAt: number }[]): number {
  let covered = 0
  let until = -Infinity
  for (const { startsAt, endsAt } of [...pieces].sort((one, other) => one.startsAt - other.startsAt)) {
    covered += Math.max(0, endsAt - Math.max(startsAt, until))
    until = Math.max(until, endsAt)
  }
  return covered
}

function lengthOf({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number {
  return Math.max(0, endsAt - startsAt)
}

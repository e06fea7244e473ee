import { oneIn, stableHex } from '../stable-number.ts'
import { agentParts } from './agent-parts.ts'
import { answeredTurns } from './answered-turns.ts'
import type { World, WorldTicket } from './types.ts'

/** One agent's work on one messaging ticket. */
export type WorldEngagement = {
  id: string
  ticket: WorldTicket
  agentId: number
  /** Place among the ticket's engagements, from 0. */
  part: number
  startAt: number
  endAt: number
}

const dayMilliseconds = 86_400_000
/** How long Zendesk keeps engagements, and from what length on it never tells them. */
export const engagementsKeptMilliseconds = 90 * dayMilliseconds
const longestToldMilliseconds = 14 * dayMilliseconds

/** All that agents ever did with messaging tickets, by start second and id. */
export function worldEngagements(world: World): WorldEngagement[] {
  const engagements: WorldEngagement[] = []
  for (const ticket of world.tickets) {
    const { handedOffAt, solvedAt } = ticket
    if (handedOffAt === null || solvedAt === null) continue
    for (const [part, { agentId, startsAt, endsAt }] of agentParts(world, ticket, solvedAt).entries()) {
      const startAt = wholeSecond(startsAt)
      const endAt = wholeSecond(endsAt)
      if (endAt - startAt > longestToldMilliseconds) continue
      engagements.push({ id: engagementId(ticket, part), ticket, agentId, part, startAt, endAt })
    }
  }
  return engagements.sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
}

/** What Zendesk tells at a moment: ended, and begun within what it keeps. */
export function isTold({ startAt, endAt }: WorldEngagement, at: number): boolean {
  return endAt <= at && startAt >= at - engagementsKeptMilliseconds
}

/** Some are handed on, or solved, before their agent answers: Zendesk sends zeros for those. */
export function isSilent({ id, part }: Pick<WorldEngagement, 'id' | 'part'>): boolean {
  return part > 0 && oneIn(3, id)
}

/** Seconds the customer waited for each reply of the engagement; what a silent colleague left, the first agent answered. */
export function waitsFor(world: World, engagement: WorldEngagement): number[] {
  if (isSilent(engagement)) return []
  const { ticket, agentId, part } = engagement
  const isSilentAgent = (other: number) => {
    const place = ticket.agentIds.indexOf(other)
    return isSilent({ id: engagementId(ticket, place), part: place })
  }
  return answeredTurns(world, ticket)
    .filter((turn) => turn.agentId === agentId || (part === 0 && isSilentAgent(turn.agentId)))
    .map(({ waitedSeconds }) => waitedSeconds)
}

function engagementId(ticket: WorldTicket, part: number): string {
  return stableHex(32, ticket.id, part, 'engagement').toUpperCase()
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}

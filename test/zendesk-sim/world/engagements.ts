import { stableHex } from '../stable-number.ts'
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

const longestOfferMilliseconds = 20_000
const dayMilliseconds = 86_400_000
/** How long Zendesk keeps engagements, and from what length on it never tells them. */
export const engagementsKeptMilliseconds = 90 * dayMilliseconds
const longestToldMilliseconds = 14 * dayMilliseconds

/** All that agents ever did with messaging tickets, by start second and id. */
export function worldEngagements(world: World): WorldEngagement[] {
  const engagements: WorldEngagement[] = []
  for (const ticket of world.tickets) {
    const { handedOffAt, firstHumanReplyAt, solvedAt, agentIds } = ticket
    if (handedOffAt === null || firstHumanReplyAt === null || solvedAt === null) continue
    const start = Math.max(handedOffAt, firstHumanReplyAt - longestOfferMilliseconds)
    const share = (solvedAt - start) / agentIds.length
    for (const [part, agentId] of agentIds.entries()) {
      const startAt = wholeSecond(start + part * share)
      const endAt = wholeSecond(start + (part + 1) * share)
      if (endAt - startAt > longestToldMilliseconds) continue
      const id = stableHex(32, ticket.id, part, 'engagement').toUpperCase()
      engagements.push({ id, ticket, agentId, part, startAt, endAt })
    }
  }
  return engagements.sort((a, b) => a.startAt - b.startAt || (a.id < b.id ? -1 : 1))
}

/** What Zendesk tells at a moment: ended, and begun within what it keeps. */
export function isTold({ startAt, endAt }: WorldEngagement, at: number): boolean {
  return endAt <= at && startAt >= at - engagementsKeptMilliseconds
}

function wholeSecond(instant: number): number {
  return Math.floor(instant / 1000) * 1000
}

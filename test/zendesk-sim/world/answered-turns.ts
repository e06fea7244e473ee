import { messagesOf } from './messages.ts'
import type { World, WorldTicket } from './types.ts'

/** A turn of the customer that an agent answered, and how long the customer had waited by then. */
export type AnsweredTurn = { agentId: number; waitedSeconds: number }

/**
 * The customer's turns of a ticket's first session, as Chat counts its response times: from the first message of a
 * turn, or the hand-off from the bot, to the next message of an agent.
 */
export function answeredTurns(world: World, ticket: WorldTicket): AnsweredTurn[] {
  const { handedOffAt, solvedAt } = ticket
  const turns: AnsweredTurn[] = []
  let askedAt = handedOffAt
  for (const { at, by, agentId } of messagesOf(world, ticket)) {
    if (handedOffAt === null || at < handedOffAt || (solvedAt !== null && at > solvedAt)) continue
    if (by === 'customer') askedAt ??= at
    else if (by === 'agent' && agentId !== null && askedAt !== null) {
      turns.push({ agentId, waitedSeconds: (at - askedAt) / 1000 })
      askedAt = null
    }
  }
  return turns
}

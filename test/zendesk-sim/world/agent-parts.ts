import { messagesOf } from './messages.ts'
import { createRandom } from './random.ts'
import type { World, WorldChat, WorldMessage, WorldTicket } from './types.ts'

/** One agent's part in a conversation, instants in epoch ms. */
export type AgentPart = { agentId: number; startsAt: number; endsAt: number }

const longestReadingSeconds = 5

/**
 * When the first agent took the conversation: some seconds before the first reply, for reading. The visitor of a chat
 * is waited for as long as the first message took to write, so that from a chat's start to its agent, and from a
 * ticket's hand-off to its agent, it is equally long. Null where nobody replied.
 */
export function takenAt(conversation: WorldChat | WorldTicket): number | null {
  const { firstHumanReplyAt, firstCustomerMessageAt, seed, startedAt } = conversation
  if (firstHumanReplyAt === null) return null
  const clockFrom =
    conversation.kind === 'ticket' ? (conversation.handedOffAt ?? startedAt) : firstCustomerMessageAt
  const writing = conversation.kind === 'ticket' ? 0 : firstCustomerMessageAt - startedAt
  const reading = 1000 * createRandom(seed, 13).integer(1, longestReadingSeconds)
  return firstHumanReplyAt - Math.min(reading, firstHumanReplyAt - clockFrom) - writing
}

/** Who worked on a conversation from when to when: each until the next one first writes, the last until `endsAt`. */
export function agentParts(
  world: World,
  conversation: WorldChat | WorldTicket,
  endsAt: number,
  messages?: readonly WorldMessage[],
): AgentPart[] {
  const first = takenAt(conversation)
  if (first === null) return []
  const { agentIds } = conversation
  // Most have one agent: nobody needs their messages.
  const said = agentIds.length < 2 ? [] : (messages ?? messagesOf(world, conversation))
  const starts = agentIds.map((agentId, part) =>
    part === 0 ? first : (said.find((message) => message.agentId === agentId)?.at ?? first),
  )
  return agentIds.map((agentId, part) => ({
    agentId,
    startsAt: starts[part],
    endsAt: starts[part + 1] ?? endsAt,
  }))
}

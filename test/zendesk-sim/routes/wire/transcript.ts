import type { Simulation, TicketSource } from '../../simulation.ts'
import { messagesOf } from '../../world/messages.ts'
import type { WorldMessage } from '../../world/types.ts'

const greetingBeforeMilliseconds = 2_000

/**
 * What was written on a ticket up to `at`, ascending. Where a bot answers, its greeting stands before the customer's
 * first message, although the ticket begins with that message.
 */
export function transcriptUntil(simulation: Simulation, source: TicketSource, at: number): WorldMessage[] {
  const messages = messagesOf(simulation.world, source).filter((message) => message.at <= at)
  if (source.kind !== 'ticket' || !source.bot) return messages
  return [{ at: source.startedAt - greetingBeforeMilliseconds, by: 'bot', agentId: null }, ...messages]
}

/** A text for a message; what it says never matters. */
export function messageText(message: WorldMessage): string {
  if (message.by === 'customer') return '배송 상태를 확인하고 싶습니다.'
  return message.by === 'agent' ? '확인 후 바로 안내해 드리겠습니다.' : '안녕하세요. 무엇을 도와드릴까요?'
}

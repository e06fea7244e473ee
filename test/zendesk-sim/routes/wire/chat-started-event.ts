import type { Simulation, TicketSource } from '../../simulation.ts'
import { stableHex } from '../../stable-number.ts'
import { isoMilliseconds } from '../../wire-time.ts'
import type { WorldMessage } from '../../world/types.ts'
import { botProfileName } from './account-facts.ts'
import { messageText } from './transcript.ts'
import { channelOf } from './ticket.ts'

const initiatorEndUser = 2

/** The audit event that carries a session's transcript; the bot's part before the hand-off is in it. */
export function renderChatStartedEvent(
  simulation: Simulation,
  source: TicketSource,
  eventId: number,
  messages: readonly WorldMessage[],
) {
  const accountId = simulation.world.accountId
  return {
    id: eventId,
    type: 'ChatStartedEvent',
    value: {
      chat_id: source.kind === 'ticket' ? `${accountId}.${stableHex(15, source.id, eventId)}` : source.id,
      visitor_id: `${accountId}-${stableHex(14, source.requesterId, 'visitor')}`,
      channel: channelOf(source),
      backend: source.kind === 'ticket' ? 'messaging' : 'chat',
      ...(source.kind === 'ticket' && {
        conversation_id: stableHex(24, source.id, 'conversation'),
        integration_id: stableHex(24, source.brandId, 'integration'),
      }),
      initiator: initiatorEndUser,
      authenticated: false,
      user_id: source.requesterId,
      tags: [],
      webpath: [],
      history: renderHistory(simulation, source, messages),
    },
  }
}

function renderHistory(simulation: Simulation, source: TicketSource, messages: readonly WorldMessage[]) {
  const items: Record<string, unknown>[] = []
  const joined = new Set<number>()
  const add = (item: Record<string, unknown>) => items.push({ chat_index: items.length, ...item })
  for (const message of messages) {
    const actor = actorOf(simulation, source, message)
    if (message.by === 'agent' && message.agentId !== null && !joined.has(message.agentId)) {
      joined.add(message.agentId)
      add({ type: 'ChatJoin', ...actor, timestamp: message.at })
    }
    add({
      type: 'ChatMessage',
      ...actor,
      timestamp: message.at,
      message: messageText(message),
      message_id: stableHex(24, source.seed, message.at, message.by),
      ...(source.kind === 'ticket' && { message_source: 'NATIVE_MESSAGING', original_message_type: 'text' }),
      ...(message.by === 'bot' && { original_message: botOriginal(source, message) }),
    })
  }
  return items
}

/** Ids of actors come in several forms, as in reality. */
function actorOf(simulation: Simulation, source: TicketSource, message: WorldMessage) {
  if (message.by === 'customer') {
    const name = simulation.world.requesters.get(source.requesterId)?.name ?? 'Web User'
    return { actor_type: 'end-user', actor_id: source.requesterId, actor_name: name }
  }
  if (message.by === 'agent' && message.agentId !== null) {
    const agent = simulation.world.agents.find((candidate) => candidate.id === message.agentId)
    const actorId = source.seed % 2 === 0 ? message.agentId : `agent:${message.agentId}`
    return { actor_type: 'agent', actor_id: actorId, actor_name: agent?.name ?? 'Agent' }
  }
  const actorId = message.by === 'bot' ? '__system' : '__trigger'
  return { actor_type: 'system', actor_id: actorId, actor_name: botProfileName }
}

function botOriginal(source: TicketSource, message: WorldMessage) {
  return {
    id: stableHex(24, source.seed, message.at, 'original'),
    received: isoMilliseconds(message.at),
    source: { type: 'zd:answerBot' },
    author: { type: 'BUSINESS', display_name: botProfileName },
    content: { text: { text: messageText(message), actions: [] } },
  }
}

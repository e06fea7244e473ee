import { once } from '../../simulation.ts'
import type { Simulation } from '../../simulation.ts'
import { oneIn, stableHex, stableNumber } from '../../stable-number.ts'
import { isoMicroseconds, isoSeconds, malformedSeconds } from '../../wire-time.ts'
import type { WorldAgent, WorldChat, WorldMessage } from '../../world/types.ts'
import { chatMessagesUntil, renderChatHistory } from './chat-history.ts'
import { isPast } from './ticket-state.ts'
import { responseTimeOf } from './response-time.ts'

const browsers = ['Chrome', 'Safari', 'Samsung Internet', 'Firefox']

export type ChatRenderer = (
  chat: WorldChat,
  at: number,
  updateSecond: number | null,
) => Record<string, unknown>

/** Makes the function that writes a chat as the Chat API shows it at `at` (epoch ms). */
export function createChatRenderer(simulation: Simulation): ChatRenderer {
  const agents = once(() => new Map(simulation.world.agents.map((agent) => [agent.id, agent])))
  const groups = once(() => new Map(simulation.world.groups.map((group) => [group.id, group.name])))
  return (chat, at, updateSecond) => {
    const common = renderCommon(simulation, chat, groups(), updateSecond)
    if (isPast(chat.deletedAt, at)) return { ...common, visitor: null, deleted: true }
    return chat.kind === 'offline_message'
      ? { ...common, ...renderOfflineMessage(chat) }
      : { ...common, ...renderServedChat(simulation, chat, agents(), at) }
  }
}

function renderCommon(
  simulation: Simulation,
  chat: WorldChat,
  groups: ReadonlyMap<number, string>,
  updateSecond: number | null,
) {
  const requester = simulation.world.requesters.get(chat.requesterId)
  const department = chat.departmentId === null ? null : (groups.get(chat.departmentId) ?? null)
  return {
    id: chat.id,
    type: chat.kind === 'chat' ? 'chat' : 'offline_msg',
    timestamp: isoSeconds(chat.startedAt),
    ...(updateSecond !== null && { update_timestamp: isoSeconds(updateSecond * 1000) }),
    visitor: {
      id: `${simulation.world.accountId}.${stableHex(14, chat.requesterId, 'visitor')}`,
      name: requester?.name ?? 'Visitor',
      email: requester?.email ?? '',
      phone: '',
      notes: '',
    },
    department_id: chat.departmentId,
    department_name: department,
    webpath: webpathOf(chat),
    unread: false,
    zendesk_ticket_id: chat.ticketId,
    deleted: false,
  }
}

function renderOfflineMessage(chat: WorldChat) {
  return {
    session: sessionOf(chat, malformedSeconds),
    message: '영업시간이 언제인지 알려 주세요.',
    tags: chat.tags,
  }
}

function renderServedChat(
  simulation: Simulation,
  chat: WorldChat,
  agents: ReadonlyMap<number, WorldAgent>,
  at: number,
) {
  const messages = chatMessagesUntil(simulation, chat, at)
  const spoken = messages.filter((message) => message.by !== 'system')
  const agentMessages = spoken.filter((message) => message.by === 'agent').length
  const visitorName = simulation.world.requesters.get(chat.requesterId)?.name ?? 'Visitor'
  const responseTime = responseTimeOf(spoken)
  const isRated = chat.rating !== null && chat.rating.answeredAt <= at
  const hasLateTag = chat.lateTag !== null && chat.lateTag.at <= at
  return {
    end_timestamp: isoSeconds(chat.endedAt),
    duration: Math.round((chat.lastMessageAt - chat.startedAt) / 1000),
    session: sessionOf(chat, isoSeconds),
    agent_ids: chat.agentIds.map(String),
    agent_names: chat.agentIds.map((id) => agents.get(id)?.name ?? 'Agent'),
    started_by: chat.triggered ? 'trigger' : 'visitor',
    triggered: chat.triggered,
    triggered_response: chat.triggered ? chat.customerMessages > 0 : null,
    missed: chat.missed,
    rating: isRated ? chat.rating?.category : null,
    comment: null,
    tags: hasLateTag ? [...chat.tags, chat.lateTag?.tag] : chat.tags,
    count: {
      visitor: spoken.length - agentMessages,
      agent: agentMessages,
      total: spoken.length,
    },
    ...(responseTime !== null && { response_time: responseTime }),
    ...optionalKeys(chat),
    history: renderChatHistory(chat, visitorName, agents, messages, at),
    engagements: renderEngagements(chat, agents, spoken),
  }
}

/** Keys that the real API leaves out of some chats. */
function optionalKeys(chat: WorldChat) {
  if (oneIn(4, chat.id, 'sparse')) return {}
  return {
    dropped: chat.dropped,
    referrer_search_terms: '',
    referrer_search_engine: '',
    conversions: [],
  }
}

function webpathOf(chat: WorldChat) {
  if (chat.pageHost === null) return []
  return [
    {
      timestamp: isoSeconds(chat.startedAt),
      title: '고객센터',
      from: '',
      to: `https://${chat.pageHost}/help`,
    },
  ]
}

function sessionOf(chat: WorldChat, write: (instant: number) => string) {
  return {
    id: `${chat.id.slice(0, 4)}01.${stableHex(12, chat.id)}`,
    browser: browsers[stableNumber(chat.id, 'browser') % browsers.length],
    platform: 'Windows',
    user_agent: 'Mozilla/5.0',
    ip: '203.0.113.9',
    city: 'Seoul',
    region: 'Seoul',
    country_code: 'KR',
    country_name: 'Korea, Republic of',
    start_date: write(chat.startedAt - 60_000),
    end_date: write(chat.endedAt),
  }
}

/** One engagement per agent who spoke. */
function renderEngagements(
  chat: WorldChat,
  agents: ReadonlyMap<number, WorldAgent>,
  spoken: readonly WorldMessage[],
) {
  return chat.agentIds.map((agentId, position) => {
    const own = spoken.filter((message) => message.agentId === agentId)
    const startedAt = own[0]?.at ?? chat.startedAt
    const name = agents.get(agentId)?.name ?? 'Agent'
    return {
      id: `${chat.id}.${position}`,
      agent_id: String(agentId),
      agent_name: name,
      agent_full_name: name,
      department_id: chat.departmentId,
      timestamp: isoMicroseconds(startedAt),
      duration: (chat.endedAt - startedAt) / 1000,
      accepted: true,
      assigned: position > 0,
      started_by: position === 0 ? 'visitor' : 'transfer',
      rating: null,
      comment: null,
      count: { agent: own.length, visitor: 0, total: own.length },
      skills_requested: [],
      skills_fulfilled: false,
    }
  })
}

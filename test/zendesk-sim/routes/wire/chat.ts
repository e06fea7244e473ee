import { once } from '../../simulation.ts'
import type { Simulation } from '../../simulation.ts'
import { oneIn } from '../../stable-number.ts'
import { isoMicroseconds, isoSeconds, malformedSeconds } from '../../wire-time.ts'
import { agentParts } from '../../world/agent-parts.ts'
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
    const departmentName = chat.departmentId === null ? null : (groups().get(chat.departmentId) ?? null)
    const update_timestamp = updateSecond === null ? undefined : isoSeconds(updateSecond * 1000)
    if (isPast(chat.deletedAt, at)) return renderDeletedChat(chat, update_timestamp)
    return chat.kind === 'offline_message'
      ? renderOfflineMessage(simulation, chat, departmentName, update_timestamp)
      : renderChat(simulation, chat, departmentName, update_timestamp, agents(), at)
  }
}

function renderDeletedChat(chat: WorldChat, update_timestamp: string | undefined) {
  return {
    id: chat.id,
    type: typeOf(chat),
    timestamp: isoSeconds(chat.startedAt),
    update_timestamp,
    visitor: null,
    department_id: chat.departmentId,
    zendesk_ticket_id: chat.ticketId,
    deleted: true,
  }
}

function renderOfflineMessage(
  simulation: Simulation,
  chat: WorldChat,
  departmentName: string | null,
  update_timestamp: string | undefined,
) {
  return {
    id: chat.id,
    type: typeOf(chat),
    timestamp: isoSeconds(chat.startedAt),
    update_timestamp,
    visitor: visitorOf(simulation, chat),
    session: sessionOf(chat, malformedSeconds),
    webpath: webpathOf(chat),
    department_id: chat.departmentId,
    department_name: departmentName,
    message: '영업시간이 언제인가요?',
    tags: chat.tags,
    unread: true,
    zendesk_ticket_id: chat.ticketId,
    deleted: false,
  }
}

/** One literal, because a page renders a thousand of them; keys left undefined are not sent. */
function renderChat(
  simulation: Simulation,
  chat: WorldChat,
  departmentName: string | null,
  update_timestamp: string | undefined,
  agents: ReadonlyMap<number, WorldAgent>,
  at: number,
) {
  const messages = chatMessagesUntil(simulation, chat, at)
  const spoken = messages.filter((message) => message.by !== 'system')
  const agentCount = spoken.filter((message) => message.by === 'agent').length
  const visitor = visitorOf(simulation, chat)
  const isSparse = oneIn(4, chat.seed, 'sparse')
  const isRated = chat.rating !== null && chat.rating.answeredAt <= at
  const lateTag = chat.lateTag !== null && chat.lateTag.at <= at ? chat.lateTag.tag : null
  return {
    id: chat.id,
    type: typeOf(chat),
    timestamp: isoSeconds(chat.startedAt),
    end_timestamp: isoSeconds(chat.endedAt),
    update_timestamp,
    duration: Math.round((chat.lastMessageAt - chat.startedAt) / 1000),
    visitor,
    session: sessionOf(chat, isoSeconds),
    webpath: webpathOf(chat),
    department_id: chat.departmentId,
    department_name: departmentName,
    agent_ids: chat.agentIds.map(String),
    agent_names: chat.agentIds.map((id) => agents.get(id)?.name ?? 'Agent'),
    started_by: chat.triggered ? 'trigger' : 'visitor',
    triggered: chat.triggered,
    triggered_response: chat.triggered ? chat.customerMessages > 0 : null,
    missed: chat.missed,
    dropped: isSparse ? undefined : chat.dropped,
    referrer_search_terms: isSparse ? undefined : '',
    conversions: isSparse ? undefined : [],
    unread: false,
    rating: isRated ? chat.rating?.category : null,
    comment: null,
    tags: lateTag === null ? chat.tags : [...chat.tags, lateTag],
    count: { visitor: spoken.length - agentCount, agent: agentCount, total: spoken.length },
    response_time: responseTimeOf(spoken) ?? undefined,
    history: renderChatHistory(chat, visitor.name, agents, messages, at),
    engagements: renderEngagements(simulation, chat, agents, spoken),
    zendesk_ticket_id: chat.ticketId,
    deleted: false,
  }
}

function typeOf(chat: WorldChat): 'chat' | 'offline_msg' {
  return chat.kind === 'chat' ? 'chat' : 'offline_msg'
}

function visitorOf(simulation: Simulation, chat: WorldChat) {
  const requester = simulation.world.requesters.get(chat.requesterId)
  return {
    id: `${simulation.world.accountId}.${chat.requesterId.toString(36)}`,
    name: requester?.name ?? 'Visitor',
    email: requester?.email ?? '',
    phone: '',
    notes: '',
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
    id: `${chat.id.slice(0, 4)}01.${chat.seed.toString(36)}`,
    browser: browsers[chat.seed % browsers.length],
    platform: 'Windows',
    ip: '203.0.113.9',
    country_code: 'KR',
    start_date: write(chat.startedAt - 60_000),
    end_date: write(chat.endedAt),
  }
}

/** One engagement per agent who spoke. */
function renderEngagements(
  simulation: Simulation,
  chat: WorldChat,
  agents: ReadonlyMap<number, WorldAgent>,
  spoken: readonly WorldMessage[],
) {
  return agentParts(simulation.world, chat, chat.endedAt, spoken).map((part, position) => {
    const { agentId, startsAt, endsAt } = part
    const own = spoken.filter((message) => message.agentId === agentId)
    const name = agents.get(agentId)?.name ?? 'Agent'
    return {
      id: `${chat.id}.${position}`,
      agent_id: String(agentId),
      agent_name: name,
      department_id: chat.departmentId,
      timestamp: isoMicroseconds(startsAt),
      duration: (endsAt - startsAt) / 1000,
      accepted: true,
      assigned: position > 0,
      started_by: position === 0 ? 'visitor' : 'transfer',
      rating: null,
      count: { agent: own.length, visitor: 0, total: own.length },
    }
  })
}

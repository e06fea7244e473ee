import { Router } from 'express'
import { numberFrom, queryOf } from '../pagination.ts'
import { sendInvalidValue, sendJson, sendRecordNotFound } from '../responses.ts'
import type { Simulation } from '../simulation.ts'
import { findRow } from '../version-index.ts'
import { isoSeconds } from '../wire-time.ts'
import type { WorldChat } from '../world/types.ts'
import { createChatRenderer } from './wire/chat.ts'

const searchPageSize = 40
const lastSearchPage = 251

/** The other Chat endpoints: departments, agents, account, search and single chats. */
export function chatListRoutes(simulation: Simulation): Router {
  const router = Router()
  const renderChat = createChatRenderer(simulation)
  router.get('/departments', (_request, response) => {
    sendJson(
      response,
      simulation.world.groups.map((group) => renderDepartment(simulation, group)),
    )
  })
  router.get('/agents', (request, response) => {
    const query = queryOf(request)
    const sinceId = numberFrom(query, 'since_id', 0)
    const agents = simulation.world.agents.filter((agent) => agent.id >= sinceId).sort((a, b) => a.id - b.id)
    sendJson(
      response,
      agents.slice(0, numberFrom(query, 'limit', 100)).map((agent) => ({
        id: agent.id,
        display_name: agent.name,
        first_name: agent.name,
        last_name: '',
        email: agent.email,
        enabled: agent.active,
        departments: [agent.groupId],
        role_id: 3,
      })),
    )
  })
  router.get('/account', (_request, response) => {
    sendJson(response, {
      account_key: `key${simulation.world.accountId}`,
      status: 'active',
      create_date: isoSeconds(simulation.world.startsAt),
      plan: { name: 'enterprise', max_agents: simulation.world.agents.length },
    })
  })
  router.get('/chats/search', (request, response) => {
    const query = queryOf(request)
    const page = Math.max(1, numberFrom(query, 'page', 1))
    const search = parseChatSearch(query.get('q') ?? '')
    if (search === null || page > lastSearchPage) {
      sendInvalidValue(response, search === null ? 'The query is not valid' : 'Too many pages')
      return
    }
    const found = searchChats(simulation, search)
    const link = (number: number) => {
      const next = new URLSearchParams(query)
      next.set('page', String(number))
      return `${simulation.linkHost}/api/v2/chat/chats/search?${next.toString()}`
    }
    sendJson(response, {
      results: found.slice((page - 1) * searchPageSize, page * searchPageSize).map((chat) => ({
        id: chat.id,
        type: chat.kind === 'chat' ? 'chat' : 'offline_msg',
        timestamp: isoSeconds(chat.startedAt),
        preview: '',
        url: `${simulation.linkHost}/api/v2/chat/chats/${chat.id}`,
      })),
      count: found.length,
      next_url: page * searchPageSize < found.length ? link(page + 1) : null,
      prev_url: page > 1 ? link(page - 1) : null,
    })
  })
  router.get('/chats/:id', (request, response) => {
    const now = simulation.clock.now()
    const chat = findRow(simulation.chats(), request.params.id)
    if (chat === null || chat.endedAt > now) sendRecordNotFound(response)
    else sendJson(response, renderChat(chat, now, null))
  })
  return router
}

function renderDepartment(simulation: Simulation, group: { id: number; name: string }) {
  const members = simulation.world.agents.filter((agent) => agent.groupId === group.id)
  return {
    id: group.id,
    name: group.name,
    description: '',
    enabled: true,
    members: members.map((agent) => agent.id),
    settings: { chat_enabled: true, support_group_id: group.id, solved_ticket_reassignment_strategy: '' },
  }
}

type ChatSearch = { kind: WorldChat['kind'] | null; by: 'startedAt' | 'endedAt'; from: number; to: number }

/** `type:chat AND end_timestamp:[2021-01-01T00:00:00 TO 2021-01-02T00:00:00]`: instants without zone are UTC. */
function parseChatSearch(text: string): ChatSearch | null {
  const window = /(end_timestamp|timestamp):\[(\S+) TO (\S+)\]/.exec(text)
  if (window === null) return null
  const [from, to] = [Date.parse(`${window[2]}Z`), Date.parse(`${window[3]}Z`)]
  if (Number.isNaN(from) || Number.isNaN(to)) return null
  const type = /type:(\w+)/.exec(text)?.[1]
  return {
    kind: type === 'chat' ? 'chat' : type === 'offline_msg' ? 'offline_message' : null,
    by: window[1] === 'timestamp' ? 'startedAt' : 'endedAt',
    from,
    to,
  }
}

/** Both ends of the window count; deleted chats are not found. */
function searchChats(simulation: Simulation, search: ChatSearch): WorldChat[] {
  const now = simulation.clock.now()
  return simulation.world.chats.filter(
    (chat) =>
      chat[search.by] >= search.from &&
      chat[search.by] <= search.to &&
      chat.endedAt <= now &&
      (search.kind === null || chat.kind === search.kind) &&
      (chat.deletedAt === null || chat.deletedAt > now),
  )
}

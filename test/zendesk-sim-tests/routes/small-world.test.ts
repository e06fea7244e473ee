import { afterAll, beforeAll, expect, it } from 'vitest'
import { cutOffsAt, worldCounts } from '../../zendesk-sim/world/counts.ts'
import { createSmallWorld } from '../../zendesk-sim/world/create-small-world.ts'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import { now } from './tiny-world.ts'

const world = createSmallWorld(now)
const counts = worldCounts(world, cutOffsAt(now))

let simulator: Awaited<ReturnType<typeof openSimulator>>
beforeAll(async () => {
  simulator = await openSimulator({ world })
})
afterAll(() => simulator.close())

/** Every ticket of a scope, the newest of each. */
async function readTickets(scope: string): Promise<Map<unknown, unknown>> {
  const path = '/api/v2/incremental/tickets/cursor'
  const tickets = new Map<unknown, unknown>()
  let link = `${path}?start_time=0&per_page=200&support_type_scope=${scope}`
  for (;;) {
    const { json } = await simulator.support(link)
    for (const ticket of each(json, 'tickets')) tickets.set(at(ticket, 'id'), ticket)
    if (at(json, 'end_of_stream') === true) return tickets
    link = follow(path, at(json, 'after_url'))
  }
}

async function readChats(): Promise<Map<unknown, unknown>> {
  const path = '/api/v2/chat/incremental/chats'
  const chats = new Map<unknown, unknown>()
  let link = `${path}?fields=chats(*)&limit=200`
  for (;;) {
    const { json } = await simulator.chat(link)
    for (const chat of each(json, 'chats')) chats.set(at(chat, 'id'), chat)
    if (Number(at(json, 'count')) < 200) return chats
    link = follow(path, at(json, 'next_page'))
  }
}

async function readList(path: string, list: string): Promise<unknown[]> {
  const rows: unknown[] = []
  let link = `${path}?page[size]=100`
  for (;;) {
    const { json } = await simulator.support(link)
    rows.push(...each(json, list))
    if (at(json, 'meta', 'has_more') !== true) return rows
    link = `${path}?page[size]=100&page[after]=${encodeURIComponent(String(at(json, 'meta', 'after_cursor')))}`
  }
}

function countWhere(rows: Iterable<unknown>, field: string, value: unknown): number {
  return [...rows].filter((row) => at(row, field) === value).length
}

it('the ticket exports hold every ticket of the world, each in its scope', async () => {
  const agent = [...(await readTickets('agent')).values()]
  const aiAgent = [...(await readTickets('ai_agent')).values()]

  const living = agent.filter((ticket) => at(ticket, 'status') !== 'deleted')
  const livingAiAgent = aiAgent.filter((ticket) => at(ticket, 'status') !== 'deleted')
  expect(countWhere(living, 'from_messaging_channel', true)).toBe(counts.agentTickets.total)
  expect(countWhere(living, 'from_messaging_channel', false)).toBe(counts.chatTickets.total)
  expect(livingAiAgent).toHaveLength(counts.aiAgentTickets.total)
  expect(countWhere([...agent, ...aiAgent], 'status', 'deleted')).toBe(counts.deletedTickets)
  for (const [brandId, tickets] of counts.aiAgentTickets.byBrand) {
    expect(countWhere(livingAiAgent, 'brand_id', brandId)).toBe(tickets)
  }
})

it('the chat export holds every ended chat, offline message and chat rating', async () => {
  const chats = [...(await readChats()).values()]

  const living = chats.filter((chat) => at(chat, 'deleted') === false)
  expect(countWhere(living, 'type', 'chat')).toBe(counts.chats.total)
  expect(countWhere(living, 'type', 'offline_msg')).toBe(counts.offlineMessages.total)
  expect(countWhere(chats, 'deleted', true)).toBe(counts.deletedChats)
  expect(countWhere(living, 'rating', 'good') + countWhere(living, 'rating', 'bad')).toBe(
    counts.chatRatings.total,
  )
})

it('the lists hold every rating, survey, brand, group and agent', async () => {
  const ratings = await readList('/api/v2/satisfaction_ratings', 'satisfaction_ratings')
  const surveys = await readList('/api/v2/guide/survey_responses', 'survey_responses')
  const unanswered = surveys.filter((survey) => each(survey, 'answers').length === 0)

  expect(ratings).toHaveLength(counts.legacyRatingsOffered.total)
  expect(ratings.length - countWhere(ratings, 'score', 'offered')).toBe(counts.legacyRatingsAnswered.total)
  expect(surveys).toHaveLength(counts.surveysOffered.total)
  expect(surveys.length - unanswered.length).toBe(counts.surveysAnswered.total)
  expect(await readList('/api/v2/brands', 'brands')).toHaveLength(counts.brands)
  expect(await readList('/api/v2/groups', 'groups')).toHaveLength(counts.groups)
  expect(await readList('/api/v2/users', 'users')).toHaveLength(counts.agents)
})

it('every messaging ticket that people dealt with has audits that agree with the world', async () => {
  const escalated = world.tickets.filter(
    (ticket) =>
      ticket.bot && ticket.handedOffAt !== null && ticket.handedOffAt <= now && ticket.deletedAt === null,
  )

  for (const ticket of escalated.slice(0, 25)) {
    const { json } = await simulator.support(`/api/v2/tickets/${ticket.id}/audits`)
    const sessions = each(json, 'audits').flatMap((audit) =>
      each(audit, 'events').filter((event) => at(event, 'type') === 'ChatStartedEvent'),
    )
    const replies = each(at(sessions[0], 'value'), 'history')
      .filter((item) => at(item, 'type') === 'ChatMessage' && at(item, 'actor_type') === 'agent')
      .map((item) => at(item, 'timestamp'))
    expect(replies[0] ?? null).toBe(ticket.firstHumanReplyAt)
  }
})

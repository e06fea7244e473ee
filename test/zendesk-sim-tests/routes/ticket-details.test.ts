import { afterEach, describe, expect, it } from 'vitest'
import type { WorldChat, WorldTicket } from '../../zendesk-sim/world/types.ts'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import { aChat, aTicket, aWorld, customer, day, hour, jun, mina, minute, now } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

async function open(tickets: WorldTicket[], chats: WorldChat[] = []) {
  const simulator = await openSimulator({ world: aWorld(chats, tickets) })
  close = simulator.close
  return simulator
}

const startedAt = now - day
const escalated = aTicket(startedAt, {
  id: 11,
  seed: 2,
  bot: true,
  botMessages: 1,
  customerMessages: 2,
  handedOffAt: startedAt + 10 * minute,
  firstHumanReplyAt: startedAt + 12 * minute,
  lastMessageAt: startedAt + 20 * minute,
  solvedAt: startedAt + hour,
  updateTimes: [startedAt, startedAt + 10 * minute, startedAt + hour],
})

async function eventsOf(id: number, tickets: WorldTicket[], chats: WorldChat[] = []) {
  const { support } = await open(tickets, chats)
  const { json } = await support(`/api/v2/tickets/${id}/audits`)
  const audits = at(json, 'audits')
  return (Array.isArray(audits) ? audits : []).flatMap((audit) =>
    each(audit, 'events').map((event) => ({ createdAt: at(audit, 'created_at'), event })),
  )
}

it('a ticket has a page for people that says it is simulated', async () => {
  const { call } = await open([escalated])

  const page = await call('/agent/tickets/11', null)
  expect(page.status).toBe(200)
  expect(page.text).toContain('<h1>Ticket 11</h1>')
  expect(page.text).toContain('This account is simulated')
  expect(page.text).toContain('Status: solved')
  expect((await call('/agent/tickets/12', null)).status).toBe(404)
})

function ofType(events: { createdAt: unknown; event: unknown }[], type: string) {
  return events.filter(({ event }) => at(event, 'type') === type)
}

describe('the audits of a ticket', () => {
  it('begin with its fields and a private comment', async () => {
    const events = await eventsOf(11, [escalated])

    expect(events[0]).toMatchObject({
      createdAt: '2026-11-15T00:00:00Z',
      event: { type: 'Comment', public: false },
    })
    expect(ofType(events, 'Create').map(({ event }) => at(event, 'field_name'))).toContain('brand_id')
  })

  it('show the hand-off: open to new, and a session that holds what the bot said before', async () => {
    const events = await eventsOf(11, [escalated])
    const change = events.find(({ event }) => at(event, 'previous_value') === 'open')
    const started = ofType(events, 'ChatStartedEvent')[0]
    const history = at(started?.event, 'value', 'history')

    expect(change).toMatchObject({
      createdAt: '2026-11-15T00:10:00Z',
      event: { field_name: 'status', value: 'new' },
    })
    expect(started?.createdAt).toBe('2026-11-15T00:10:00Z')
    expect(history).toMatchObject([
      { type: 'ChatMessage', actor_type: 'system', original_message: { source: { type: 'zd:answerBot' } } },
      { type: 'ChatMessage', actor_type: 'end-user', actor_id: customer, timestamp: startedAt },
      { type: 'ChatMessage', actor_type: 'system', actor_id: '__system' },
      { type: 'ChatJoin', actor_type: 'agent' },
      { type: 'ChatMessage', actor_type: 'agent', actor_id: mina, timestamp: startedAt + 12 * minute },
      { type: 'ChatMessage' },
      { type: 'ChatMessage' },
    ])
  })

  it('have no session while only the bot talked', async () => {
    const botOnly = aTicket(startedAt, {
      id: 11,
      bot: true,
      botMessages: 2,
      handedOffAt: null,
      firstHumanReplyAt: null,
      agentMessages: 0,
      agentIds: [],
    })

    const events = await eventsOf(11, [botOnly])

    expect(ofType(events, 'ChatStartedEvent')).toEqual([])
  })

  it('begin the session at once where there is no bot, and again when the ticket is opened again', async () => {
    const ticket = aTicket(startedAt, {
      id: 11,
      solvedAt: startedAt + hour,
      reopenedAt: startedAt + 2 * hour,
      updateTimes: [startedAt, startedAt + hour, startedAt + 2 * hour],
    })

    const sessions = ofType(await eventsOf(11, [ticket]), 'ChatStartedEvent')

    expect(sessions.map(({ createdAt }) => createdAt)).toEqual([
      '2026-11-15T00:00:00Z',
      '2026-11-15T02:00:00Z',
    ])
    expect(at(sessions[1]?.event, 'value', 'history')).toMatchObject([{ actor_type: 'end-user' }])
  })

  it('name each agent the ticket was assigned to', async () => {
    const ticket = aTicket(startedAt, { id: 11, agentIds: [mina, jun], agentMessages: 4 })

    const assigned = ofType(await eventsOf(11, [ticket]), 'Change')
      .filter(({ event }) => at(event, 'field_name') === 'assignee_id')
      .map(({ event }) => at(event, 'value'))

    expect(assigned).toEqual([String(mina), String(jun)])
  })

  it('join a live chat by its chat id', async () => {
    const chat = aChat(startedAt, { id: '2611.1.a', ticketId: 21 })

    const started = ofType(await eventsOf(21, [], [chat]), 'ChatStartedEvent')[0]

    expect(at(started?.event, 'value')).toMatchObject({ chat_id: '2611.1.a', channel: 'chat' })
  })

  it('are not found for a ticket that is deleted, unknown or not there yet', async () => {
    const { support } = await open([
      aTicket(startedAt, { id: 11, deletedAt: now - hour }),
      aTicket(now + hour, { id: 12 }),
    ])

    for (const id of [11, 12, 13]) {
      const answer = await support(`/api/v2/tickets/${id}/audits`)
      expect(answer.status).toBe(404)
      expect(answer.json).toEqual({ error: 'RecordNotFound', description: 'Not found' })
    }
  })
})

describe('the conversation log', () => {
  const path = '/api/v2/tickets/11/conversation_log'

  it('has the private comment of the system and the bot under user id -1', async () => {
    const { support } = await open([escalated])

    const { json } = await support(path)

    expect(at(json, 'events', 0)).toMatchObject({
      type: 'Messaging::ConversationMessage',
      author: { type: 'bot', 'zen:support:user_id': -1 },
      received_at: '2026-11-14T23:59:58.000Z',
    })
    const comments = each(json, 'events').filter((event) => at(event, 'type') === 'Comment')
    expect(comments).toHaveLength(1)
    expect(comments[0]).toMatchObject({ metadata: { public: false } })
    expect(comments[0]).not.toHaveProperty('received_at')
  })

  it('is sorted as asked and paged by cursor', async () => {
    const { support } = await open([escalated])

    const first = await support(`${path}?sort=-created_at&page[size]=1`)
    const next = await support(follow(path, `${String(at(first.json, 'links', 'next'))}&page[size]=100`))

    expect(at(first.json, 'events', 0, 'created_at')).toBe('2026-11-15T00:20:00Z')
    expect(at(first.json, 'meta', 'has_more')).toBe(true)
    expect(at(next.json, 'meta', 'has_more')).toBe(false)
  })
})

describe('engagements', () => {
  it('are the ended work of agents, in UTC without saying so', async () => {
    const { support } = await open([escalated, aTicket(now - hour, { id: 12 })])

    const { json } = await support('/api/v2/engagements')

    expect(json).toMatchObject({ has_more: false, next_page_url: null, page_size: 1 })
    expect(at(json, 'agent_engagement_data', 0)).toMatchObject({
      ticket_id: 11,
      agent_id: mina,
      channel: 'MESSAGING',
      engagement_end_time: '2026-11-15T01:00:00',
      ticket_status_end: 'SOLVED',
    })
  })

  it('go on at another host, whose query alone is of use', async () => {
    const ticket = aTicket(startedAt, {
      id: 11,
      agentIds: [mina, jun],
      agentMessages: 4,
      solvedAt: now - hour,
    })
    const { support, url } = await open([ticket])

    const first = await support('/api/v2/engagements?page_size=1')
    const link = String(at(first.json, 'next_page_url'))
    const next = await support(follow('/api/v2/engagements', link))

    expect(first.json).toMatchObject({ has_more: true, page_size: 1 })
    expect(link.startsWith(url)).toBe(false)
    expect(link).toContain('start_time_cursor=')
    expect(each(next.json, 'agent_engagement_data', 'agent_id')).toEqual([jun])
  })

  it('are forgotten after 90 days', async () => {
    const { support } = await open([aTicket(now - 91 * day, { id: 11, solvedAt: now - 91 * day + hour })])

    expect(at((await support('/api/v2/engagements')).json, 'agent_engagement_data')).toEqual([])
  })
})

import { afterEach, describe, expect, it } from 'vitest'
import type { WorldChat, WorldTicket } from '../../zendesk-sim/world/types.ts'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import {
  aBotTicket,
  aChat,
  aTicket,
  aWorld,
  anonymous,
  books,
  day,
  hour,
  minute,
  now,
  outdoor,
  outdoorGroup,
  second,
} from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

const path = '/api/v2/incremental/tickets/cursor'
const timePath = '/api/v2/incremental/tickets.json'

async function open(tickets: WorldTicket[], chats: WorldChat[] = [], clock = { now: () => now }) {
  const simulator = await openSimulator({
    world: aWorld(chats, tickets),
    clock,
    tokenLifetimeSeconds: 86_400,
  })
  close = simulator.close
  return simulator
}

describe('the export of tickets by cursor', () => {
  it('goes on after the last row and ends with a cursor that stays usable', async () => {
    const { support } = await open([aTicket(now - day, { id: 11 }), aTicket(now - hour, { id: 12 })])

    const first = await support(`${path}?start_time=0&per_page=1`)
    const second = await support(follow(path, at(first.json, 'after_url')))
    const again = await support(
      `${path}?cursor=${encodeURIComponent(String(at(second.json, 'after_cursor')))}`,
    )

    expect(each(first.json, 'tickets', 'id')).toEqual([11])
    expect(at(first.json, 'end_of_stream')).toBe(false)
    expect(each(second.json, 'tickets', 'id')).toEqual([12])
    expect(at(second.json, 'end_of_stream')).toBe(true)
    expect(Buffer.from(String(at(second.json, 'after_cursor')), 'base64').toString()).toBe(
      `${(now - hour) / 1000}.0||12|`,
    )
    expect(again.json).toMatchObject({ tickets: [], end_of_stream: true, before_cursor: null })
    expect(at(again.json, 'after_cursor')).toBe(at(second.json, 'after_cursor'))
  })

  it('leaves out the last minute and refuses to start within it', async () => {
    const { support } = await open([
      aTicket(now - minute + second, { id: 11 }),
      aTicket(now - minute, { id: 12 }),
    ])

    expect(each((await support(`${path}?start_time=0`)).json, 'tickets', 'id')).toEqual([12])
    const refused = await support(`${path}?start_time=${now / 1000 - 59}`)
    expect(refused.status).toBe(422)
    expect(at(refused.json, 'error')).toBe('InvalidValue')
  })

  it('shows a changed ticket once, at its newest change', async () => {
    const { support } = await open([
      aTicket(now - 3 * day, { id: 11, solvedAt: now - hour, updateTimes: [now - 3 * day, now - hour] }),
      aTicket(now - 2 * day, { id: 12 }),
    ])

    const { json } = await support(`${path}?start_time=0`)

    expect(each(json, 'tickets', 'id')).toEqual([12, 11])
    expect(at(json, 'tickets', 1)).toMatchObject({
      status: 'solved',
      generated_timestamp: (now - hour) / 1000,
    })
  })

  it('moves generated_timestamp without updated_at on a system update', async () => {
    const { support } = await open([aTicket(now - day, { id: 11, updateTimes: [now - day, now - hour] })])

    const { json } = await support(`${path}?start_time=0`)

    expect(at(json, 'tickets', 0)).toMatchObject({
      updated_at: '2026-11-15T00:01:00Z',
      generated_timestamp: (now - hour) / 1000,
    })
  })

  it('hides the tickets of the bot unless their scope is asked for', async () => {
    const { support } = await open([
      aBotTicket(now - day, { id: 11, handedOffAt: null }),
      aTicket(now - day, { id: 12 }),
    ])
    const ids = async (query: string) =>
      each((await support(`${path}?start_time=0${query}`)).json, 'tickets', 'id')

    expect(await ids('')).toEqual([12])
    expect(await ids('&support_type_scope=agent')).toEqual([12])
    expect(await ids('&support_type_scope=ai_agent')).toEqual([11])
    expect(await ids('&support_type_scope=all')).toEqual([11, 12])
  })

  it('moves a ticket from the scope of the bot to that of agents at the hand-off, as new', async () => {
    let moment = now
    const clock = { now: () => moment }
    const { support } = await open(
      [aBotTicket(now - 5 * minute, { id: 11, firstHumanReplyAt: now + hour })],
      [],
      clock,
    )
    const read = async (scope: string) =>
      at((await support(`${path}?start_time=0&support_type_scope=${scope}`)).json, 'tickets', 0)

    expect(await read('ai_agent')).toMatchObject({ id: 11, status: 'open', group_id: null })
    expect(await read('agent')).toBeUndefined()
    moment = now + 10 * minute
    expect(await read('agent')).toMatchObject({ id: 11, status: 'new', group_id: outdoorGroup })
    expect(await read('ai_agent')).toBeUndefined()
  })

  it('reduces deleted tickets and sends no metric set for them', async () => {
    const { support } = await open([
      aTicket(now - day, { id: 11, deletedAt: now - hour, updateTimes: [now - day, now - hour] }),
    ])

    const { json } = await support(`${path}?start_time=0&include=metric_sets`)

    expect(at(json, 'tickets', 0)).toMatchObject({ id: 11, status: 'deleted', subject: 'SCRUBBED' })
    expect(at(json, 'tickets', 0)).not.toHaveProperty('requester_id')
    expect(at(json, 'metric_sets')).toEqual([])
    expect(at((await support(`${path}?start_time=0&exclude_deleted=true`)).json, 'tickets')).toEqual([])
  })

  it('repeats the row at the boundary on every seventh page', async () => {
    const tickets = Array.from({ length: 20 }, (_, index) => aTicket(now - day, { id: 11 + index }))
    const { support } = await open(tickets)
    let link = `${path}?start_time=0&per_page=2`
    const pages: unknown[][] = []

    for (let page = 1; page <= 8; page++) {
      const { json } = await support(link)
      pages.push(each(json, 'tickets', 'id'))
      link = follow(path, at(json, 'after_url'))
    }

    expect(pages[5]).toEqual([21, 22])
    expect(pages[6]).toEqual([22, 23])
    expect(pages[7]).toEqual([24, 25])
  })
})

describe('the export of tickets by time', () => {
  it('fills a page up with all tickets of one second and goes on one second later', async () => {
    const tickets = [
      ...[11, 12, 13].map((id) => aTicket(now - day, { id })),
      aTicket(now - day + second, { id: 14 }),
    ]
    const { support } = await open(tickets)

    const first = await support(`${timePath}?start_time=0&per_page=1`)
    const second_ = await support(follow(timePath, at(first.json, 'next_page')))

    expect(first.json).toMatchObject({ count: 3, end_of_stream: false, end_time: (now - day) / 1000 + 1 })
    expect(second_.json).toMatchObject({ count: 1, end_of_stream: true, end_time: (now - day) / 1000 + 1 })
  })

  it('repeats the last second of a full page on the next one', async () => {
    const { support } = await open([
      aTicket(now - day, { id: 11 }),
      aTicket(now - hour, { id: 12 }),
      aTicket(now - hour, { id: 13 }),
    ])

    const first = await support(`${timePath}?start_time=0&per_page=2`)
    const next = await support(follow(timePath, at(first.json, 'next_page')))

    expect(each(first.json, 'tickets', 'id')).toEqual([11, 12])
    expect(each(next.json, 'tickets', 'id')).toEqual([12, 13])
  })
})

describe('a ticket in the export', () => {
  it('comes from messaging with seconds to the first reply', async () => {
    const { support } = await open([
      aTicket(now - day, { id: 11, solvedAt: now - hour, updateTimes: [now - day, now - hour] }),
    ])

    const { json } = await support(`${path}?start_time=0&include=metric_sets,users`)

    expect(at(json, 'tickets', 0)).toMatchObject({
      via: { channel: 'native_messaging' },
      from_messaging_channel: true,
      brand_id: outdoor,
      subject: 'Conversation with 이서연',
    })
    expect(at(json, 'tickets', 0)).not.toHaveProperty('solved_at')
    expect(at(json, 'metric_sets', 0)).toMatchObject({
      ticket_id: 11,
      reply_time_in_seconds: { calendar: 60 },
      solved_at: '2026-11-15T23:00:00Z',
      reopens: 0,
    })
    expect(at(json, 'users', 0)).toMatchObject({ email: 'seoyeon@example.com', locale: 'ko' })
  })

  it('has null metrics while nobody answered, and an anonymous requester without address', async () => {
    const { support } = await open([
      aTicket(now - day, { id: 11, firstHumanReplyAt: null, agentIds: [], requesterId: anonymous }),
    ])

    const { json } = await support(`${path}?start_time=0&include=metric_sets,users`)

    expect(at(json, 'tickets', 0)).toMatchObject({ status: 'new', assignee_id: null })
    expect(at(json, 'metric_sets', 0)).toMatchObject({
      reply_time_in_seconds: { calendar: null },
      reply_time_in_minutes: { calendar: null, business: null },
      solved_at: null,
    })
    expect(at(json, 'users', 0)).toMatchObject({ email: null, external_id: null })
  })

  it('is left behind by a live chat at its end, without seconds to the first reply', async () => {
    const { support } = await open(
      [],
      [aChat(now - hour, { id: '2611.1.a', ticketId: 21, ticketBrandId: books })],
    )

    const { json } = await support(`${path}?start_time=0&include=metric_sets`)

    expect(at(json, 'tickets', 0)).toMatchObject({
      id: 21,
      via: { channel: 'chat' },
      from_messaging_channel: false,
      brand_id: books,
      created_at: '2026-11-15T23:10:00Z',
      status: 'solved',
    })
    expect(at(json, 'metric_sets', 0)).not.toHaveProperty('reply_time_in_seconds')
  })

  it('is opened again by the customer and counted as such', async () => {
    const [solvedAt, reopenedAt] = [now - 3 * hour, now - 2 * hour]
    const { support } = await open([
      aTicket(now - day, { id: 11, solvedAt, reopenedAt, updateTimes: [now - day, solvedAt, reopenedAt] }),
    ])

    const { json } = await support(`${path}?start_time=0&include=metric_sets`)

    expect(at(json, 'tickets', 0, 'status')).toBe('open')
    expect(at(json, 'metric_sets', 0, 'reopens')).toBe(1)
  })

  it('stands under its old brand until that is put right by hand', async () => {
    let moment = now
    const changed = aTicket(now - day, {
      id: 11,
      brandChange: { at: now + hour, from: books },
      updateTimes: [now - day, now + hour],
    })
    const { support } = await open([changed], [], { now: () => moment })
    const brand = async () => at((await support(`${path}?start_time=0`)).json, 'tickets', 0, 'brand_id')

    expect(await brand()).toBe(books)
    moment = now + 2 * hour
    expect(await brand()).toBe(outdoor)
  })

  it('carries the automated resolution in a custom field once solved', async () => {
    const solvedAt = now - hour
    const { support } = await open([
      aBotTicket(now - day, {
        id: 11,
        handedOffAt: null,
        solvedAt,
        resolution: 'automated',
        updateTimes: [now - day, solvedAt],
      }),
    ])

    const { json } = await support(`${path}?start_time=0&support_type_scope=ai_agent`)

    expect(at(json, 'tickets', 0, 'custom_fields', 0, 'value')).toBe('automated')
  })
})

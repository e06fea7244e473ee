import { afterEach, describe, expect, it } from 'vitest'
import type { WorldChat } from '../../zendesk-sim/world/types.ts'
import { at, each, follow, openSimulator } from './call-simulator.ts'
import { aChat, aWorld, day, hour, jun, mina, minute, now, second } from './tiny-world.ts'

let close: () => Promise<void> = () => Promise.resolve()
afterEach(() => close())

const path = '/api/v2/chat/incremental/chats'

async function open(chats: WorldChat[]) {
  const simulator = await openSimulator({ world: aWorld(chats) })
  close = simulator.close
  return simulator
}

async function readOnlyChat(chat: WorldChat): Promise<unknown> {
  const simulator = await open([chat])
  return at((await simulator.chat(`${path}?fields=chats(*)`)).json, 'chats', 0)
}

describe('the export of chats', () => {
  it('gives ids only unless fields are asked for', async () => {
    const { chat } = await open([aChat(now - day, { id: '2611.1.a' })])

    expect(at((await chat(path)).json, 'chats')).toEqual([{ id: '2611.1.a' }])
    expect(at((await chat(`${path}?fields=chats(id,missed)`)).json, 'chats')).toEqual([
      { id: '2611.1.a', missed: false },
    ])
  })

  it('refuses a start within the last five minutes', async () => {
    const { chat } = await open([])
    const fiveMinutesAgo = (now - 5 * minute) / 1000

    expect((await chat(`${path}?start_time=${fiveMinutesAgo + 1}`)).status).toBe(400)
    expect((await chat(`${path}?start_time=${fiveMinutesAgo}`)).status).toBe(200)
  })

  it('shows a chat once it has ended five minutes ago', async () => {
    const { chat } = await open([
      aChat(now - 20 * minute, {
        id: '2611.1.ended',
        endedAt: now - 5 * minute,
        updateTimes: [now - 5 * minute],
      }),
      aChat(now - 19 * minute, {
        id: '2611.1.fresh',
        endedAt: now - 4 * minute,
        updateTimes: [now - 4 * minute],
      }),
    ])

    expect(each((await chat(path)).json, 'chats', 'id')).toEqual(['2611.1.ended'])
  })

  it('always has a next page; only a count below the limit tells the end', async () => {
    const { chat } = await open([aChat(now - day, { id: '2611.1.a' }), aChat(now - hour, { id: '2611.1.b' })])

    const first = await chat(`${path}?limit=1`)
    const second = await chat(follow(path, at(first.json, 'next_page')))
    const third = await chat(follow(path, at(second.json, 'next_page')))

    expect(first.json).toMatchObject({ count: 1, end_id: '2611.1.a' })
    expect(second.json).toMatchObject({
      count: 1,
      end_id: '2611.1.b',
      end_time: (now - hour + 10 * minute) / 1000,
    })
    expect(third.json).toMatchObject({ count: 0, chats: [], end_id: '2611.1.b' })
    expect(at(third.json, 'next_page')).toContain('start_id=2611.1.b')
  })

  it('gets past chats of one second by start_id, and never by start_time alone', async () => {
    const together = ['a', 'b', 'c'].map((letter) => aChat(now - day, { id: `2611.1.${letter}` }))
    const { chat } = await open(together)
    const first = await chat(`${path}?limit=2`)
    const endTime = Number(at(first.json, 'end_time'))

    const byTime = await chat(`${path}?limit=2&start_time=${endTime}`)
    const byId = await chat(`${path}?limit=2&start_time=${endTime}&start_id=2611.1.b`)

    expect(each(byTime.json, 'chats', 'id')).toEqual(['2611.1.a', '2611.1.b'])
    expect(each(byId.json, 'chats', 'id')).toEqual(['2611.1.c'])
  })

  it('shows a chat anew, and only anew, after a late tag or rating', async () => {
    const startedAt = now - 2 * day
    const endedAt = startedAt + 10 * minute
    const changedAt = now - hour
    const { chat } = await open([
      aChat(startedAt, {
        id: '2611.1.changed',
        lateTag: { at: changedAt, tag: 'vip' },
        rating: { system: 'chat_rating', offeredAt: endedAt, answeredAt: changedAt, category: 'bad' },
        updateTimes: [endedAt, changedAt],
      }),
      aChat(now - day, { id: '2611.1.other' }),
    ])

    const { json } = await chat(`${path}?fields=chats(*)`)

    expect(each(json, 'chats', 'id')).toEqual(['2611.1.other', '2611.1.changed'])
    expect(at(json, 'chats', 1)).toMatchObject({
      rating: 'bad',
      tags: ['topic_easy', 'vip'],
      update_timestamp: '2026-11-15T23:00:00Z',
    })
  })

  it('marks a deleted chat and keeps little of it', async () => {
    const deletedAt = now - hour
    const chat = await readOnlyChat(
      aChat(now - day, { id: '2611.1.a', deletedAt, updateTimes: [now - day + 10 * minute, deletedAt] }),
    )

    expect(chat).toMatchObject({ id: '2611.1.a', deleted: true, visitor: null })
    expect(chat).not.toHaveProperty('history')
  })
})

describe('a chat in the export', () => {
  it('says who, when and how long, and leaves the brand out', async () => {
    const chat = await readOnlyChat(aChat(now - day, { id: '2611.1.a' }))

    expect(chat).toMatchObject({
      type: 'chat',
      timestamp: '2026-11-15T00:00:00Z',
      end_timestamp: '2026-11-15T00:10:00Z',
      duration: 540,
      agent_ids: [String(mina)],
      agent_names: ['김민아'],
      visitor: { email: 'seoyeon@example.com' },
      webpath: [{ to: 'https://books.example.com/help' }],
      count: { visitor: 3, agent: 2, total: 5 },
      zendesk_ticket_id: null,
      missed: false,
      deleted: false,
    })
    expect(chat).not.toHaveProperty('brand_id')
  })

  it("measures the first response from the visitor's message to the agent's", async () => {
    const chat = await readOnlyChat(aChat(now - day, { id: '2611.1.a', triggered: true }))

    expect(at(chat, 'response_time', 'first')).toBe(30)
    expect(at(chat, 'started_by')).toBe('trigger')
  })

  it('has no response time, no agents and no engagements when nobody answered', async () => {
    const chat = await readOnlyChat(
      aChat(now - day, {
        id: '2611.1.a',
        firstHumanReplyAt: null,
        agentMessages: 0,
        agentIds: [],
        missed: true,
      }),
    )

    expect(chat).toMatchObject({ missed: true, agent_ids: [], engagements: [] })
    expect(chat).not.toHaveProperty('response_time')
  })

  it('has a history with fractions of seconds in which triggers are no agents', async () => {
    const startedAt = now - day + 123
    const chat = await readOnlyChat(aChat(startedAt, { id: '2611.1.a', triggered: true, seed: 7 }))
    const senders = each(chat, 'history', 'sender_type').filter((sender) => sender !== undefined)
    const inOrderOfName = senders.map(String).sort()

    expect(at(chat, 'history', 0)).toMatchObject({
      type: 'chat.memberjoin',
      timestamp: '2026-11-15T00:00:00.123000Z',
    })
    expect(inOrderOfName).toEqual(['Agent', 'Agent', 'Trigger', 'Visitor', 'Visitor', 'Visitor'])
  })

  it('does not say in every history who is speaking', async () => {
    const chat = await readOnlyChat(aChat(now - day, { id: '2611.1.a', seed: 1 }))

    expect(each(chat, 'history', 'sender_type')).not.toContain('Agent')
    expect(each(chat, 'history', 'name')).toContain('김민아')
  })

  it('has an engagement for every agent who wrote', async () => {
    const chat = await readOnlyChat(
      aChat(now - day, { id: '2611.1.a', agentMessages: 4, agentIds: [mina, jun] }),
    )

    expect(each(chat, 'engagements', 'agent_id')).toEqual([String(mina), String(jun)])
  })

  it('leaves optional keys out of some', async () => {
    const { chat } = await open(
      Array.from({ length: 40 }, (_, index) =>
        aChat(now - day, { id: `2611.1.${String(index).padStart(2, '0')}`, seed: index }),
      ),
    )

    const dropped = each((await chat(`${path}?fields=chats(*)`)).json, 'chats', 'dropped')

    expect(new Set(dropped)).toEqual(new Set([false, undefined]))
  })

  it('is an offline message with a malformed date, no end and no agents', async () => {
    const message = await readOnlyChat(
      aChat(now - day, {
        id: '2611.1.a',
        kind: 'offline_message',
        endedAt: now - day,
        updateTimes: [now - day],
      }),
    )

    expect(message).toMatchObject({
      type: 'offline_msg',
      session: { end_date: '2026-11-15T00:00:00+00:00Z' },
    })
    expect(message).not.toHaveProperty('end_timestamp')
    expect(message).not.toHaveProperty('agent_ids')
  })
})

describe('the search of chats', () => {
  it('counts the chats that ended within a window, deleted ones left out', async () => {
    const { chat } = await open([
      aChat(now - 2 * day, { id: '2611.1.a' }),
      aChat(now - 2 * day + second, { id: '2611.1.b', deletedAt: now - day }),
      aChat(now - hour, { id: '2611.1.c' }),
    ])
    const query = 'type:chat AND end_timestamp:[2026-11-14T00:00:00 TO 2026-11-14T23:59:59]'

    const { json } = await chat(`/api/v2/chat/chats/search?q=${encodeURIComponent(query)}`)

    expect(json).toMatchObject({ count: 1, next_url: null, results: [{ id: '2611.1.a', type: 'chat' }] })
  })

  it('refuses to page deeper than page 251', async () => {
    const { chat } = await open([])
    const query = encodeURIComponent('timestamp:[2026-11-14T00:00:00 TO 2026-11-14T23:59:59]')

    expect((await chat(`/api/v2/chat/chats/search?q=${query}&page=252`)).status).toBe(400)
  })
})

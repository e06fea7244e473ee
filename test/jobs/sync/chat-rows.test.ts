import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { defaultZendeskReadings } from '../../../server/settings/zendesk-readings.ts'
import { chatRecordSchema } from '../../../jobs/streams/chat-record.ts'
import { engagementsOfChat } from '../../../jobs/streams/chat-engagements.ts'
import { conversationOfChat, ratingOfChat } from '../../../jobs/streams/chat-rows.ts'
import { understand } from '../../../jobs/streams/understand.ts'
import { ulidTime } from '../../../jobs/streams/ulid.ts'

const at = (seconds: number) => new Date(Date.UTC(2026, 2, 9, 1, 0, seconds)).toISOString()
const START = Date.UTC(2026, 2, 9, 1, 0, 0)

describe('a chat', () => {
  it('its first human reply comes from the history, not from a trigger', () => {
    const facts = factsOf({
      triggered: true,
      history: [
        said('Customer Service', 0),
        said('Visitor', 2),
        said('Customer Service', 3),
        said('Agent', 12),
      ],
    })

    expect(facts).toMatchObject({
      first_customer_message_at: START + 2_000,
      first_any_reply_at: START + 3_000,
      source_first_human_reply_at: START + 12_000,
    })
  })

  it('a greeting before the visitor’s first word is no reply to it', () => {
    const facts = factsOf({ history: [said('Agent', 1), said('Visitor', 20), said('Agent', 30)] })

    expect(facts.source_first_human_reply_at).toBe(START + 30_000)
  })

  it('newer histories say who speaks, whatever the name', () => {
    const facts = factsOf({
      history: [
        { ...said('Agent', 2), sender_type: 'Visitor' },
        { ...said('Agent', 5), sender_type: 'Trigger' },
        { ...said('Visitor', 9), sender_type: 'Agent' },
      ],
    })

    expect(facts.source_first_human_reply_at).toBe(START + 9_000)
  })

  it('an agent who is the visitor’s namesake is not taken for the visitor', () => {
    const facts = factsOf({
      agent_names: ['Visitor'],
      history: [joined('Visitor', 0), said('Visitor', 2), joined('Visitor', 8), said('Visitor', 10)],
    })

    expect(facts.source_first_human_reply_at).toBe(START + 10_000)
  })

  it('without a history the response time stands in', () => {
    const facts = factsOf({ response_time: { first: 42 } })

    expect(facts.source_first_human_reply_at).toBe(START + 42_000)
  })

  it('missed has no reply, and no rating that nobody gave', () => {
    const facts = factsOf({ missed: true, response_time: { first: 0 } })

    expect(facts).toMatchObject({ missed: 1, source_first_human_reply_at: null })
    expect(ratingOfChat(chatOf({}), defaultZendeskReadings)).toBe(null)
  })

  it('a rating was given when the history says', () => {
    const rating = ratingOfChat(
      chatOf({
        rating: 'bad',
        history: [{ type: 'chat.rating', timestamp: at(90), name: 'Visitor', new_rating: 'bad' }],
      }),
      defaultZendeskReadings,
    )

    expect(rating).toMatchObject({ category: 'bad', answered_at: START + 90_000, conversation_id: 'chat:c1' })
  })

  it('two engaged agents are two agents, however often each was engaged', () => {
    const engagements = ['1', '2', '1'].map((agent_id, id) => ({ id, agent_id, timestamp: at(id) }))

    expect(factsOf({ engagements }).agent_count).toBe(2)
  })

  it('the first agent came with the first join of one, not with the visitor’s or a trigger’s', () => {
    const history = [
      joined('Visitor', 0),
      joined('Customer Service', 1),
      joined('Agent', 7),
      joined('Other', 9),
    ]

    expect(factsOf({ history, triggered: true }).first_agent_at).toBe(START + 7_000)
    expect(factsOf({ history: [joined('Visitor', 0)] }).first_agent_at).toBe(null)
    expect(
      factsOf({ history: [{ ...joined('Somebody', 4), agent_id: '31' }], agent_names: [] }).first_agent_at,
    ).toBe(START + 4_000)
  })

  it('each turn of the visitor waits from its first message to the next of a person', () => {
    const history = [
      said('Visitor', 0),
      said('Customer Service', 1),
      said('Visitor', 5),
      said('Agent', 10),
      said('Agent', 12),
      said('Visitor', 20),
      said('Agent', 35),
      said('Visitor', 50),
    ]

    expect(factsOf({ history, triggered: true })).toMatchObject({ reply_gaps: 2, reply_gap_seconds: 25 })
    expect(factsOf({ history: history.toReversed(), triggered: true })).toMatchObject({ reply_gaps: 2 })
    expect(factsOf({ history: [said('Visitor', 0)] })).toMatchObject({
      reply_gaps: 0,
      reply_gap_seconds: null,
    })
    expect(factsOf({})).toMatchObject({ reply_gaps: null, reply_gap_seconds: null })
  })

  it('an engagement that is not understood is put aside, and the others kept', () => {
    const engagements = [
      { id: 'e1', agent_id: '31', timestamp: at(3), duration: 12.5, accepted: true, count: { agent: 4 } },
      { id: 'e2', agent_id: '32', timestamp: 'noon' },
    ]

    expect(engagementsOfChat(chatOf({ engagements }))).toEqual({
      engagements: [
        {
          id: 'chat:c1:e1',
          conversation_id: 'chat:c1',
          agent_id: 31,
          department_id: null,
          started_at: START + 3_000,
          duration_seconds: 12.5,
          accepted: 1,
          assigned: null,
          agent_messages: 4,
          customer_messages: null,
        },
      ],
      quarantined: [
        { id: 'c1', path: 'engagements.1.timestamp', reason: 'is not an instant', sample: 'text of 4' },
      ],
    })
  })

  it('of the page only the host is kept', () => {
    const webpath = [{ to: 'https://Shop.Example/orders/kim@example.com', from: '', title: '' }]

    expect(factsOf({ webpath }).page_host).toBe('shop.example')
    expect(factsOf({ webpath: [{ to: 'not an address' }] }).page_host).toBe(null)
  })
})

describe('recorded chats', () => {
  const example = (name: string): unknown =>
    JSON.parse(readFileSync(new URL(`./recorded/${name}`, import.meta.url), 'utf8'))

  it('a real chat and a real offline message are understood', () => {
    const { rows, quarantined } = understand(
      [example('chat.json'), example('offline-message.json')],
      chatRecordSchema,
    )

    expect(quarantined).toEqual([])
    const [chat, offline] = rows.map((row) => conversationOfChat(row, 'key', []))
    expect(chat).toMatchObject({
      kind: 'conversation',
      page_host: 'www.zopim.com',
      customer_messages: 8,
      agent_messages: 11,
      source_requester_key: null,
    })
    expect(offline).toMatchObject({ kind: 'offline_message', source_first_human_reply_at: null })
    expect(offline.source_requester_key).not.toBe(null)
  })
})

describe('a row that cannot be understood', () => {
  it('is put aside with its reason and without its words', () => {
    const { rows, quarantined } = understand(
      [{ id: 'c9', type: 'chat', timestamp: 'Kim called at noon', visitor: { email: 7 } }],
      chatRecordSchema,
    )

    expect(rows).toEqual([])
    expect(quarantined).toEqual([
      { id: 'c9', path: 'timestamp', reason: 'is not an instant', sample: 'text of 18' },
      { id: 'c9', path: 'visitor.email', reason: 'is not string', sample: '7' },
    ])
  })

  it('without an id is recognised when it comes again', () => {
    const read = () => understand([{ type: 'chat' }], chatRecordSchema).quarantined[0].id

    expect(read()).toBe(read())
    expect(read()).toMatch(/^unnamed-[0-9a-f]{16}$/)
  })
})

describe('the time in a ULID', () => {
  it('is read from its first ten characters', () => {
    expect(ulidTime('01J1WB51MG6HXTYWE6Q0C93RNW')).toBe(Date.parse('2024-07-03T13:04:44.176Z'))
    expect(ulidTime('12345')).toBe(null)
  })
})

function chatOf(given: Record<string, unknown>) {
  return chatRecordSchema.parse({
    id: 'c1',
    type: 'chat',
    timestamp: at(0),
    end_timestamp: at(300),
    visitor: { id: 'v1', name: 'Visitor', email: '' },
    agent_names: ['Agent'],
    ...given,
  })
}

function factsOf(given: Record<string, unknown>) {
  const chat = chatOf(given)
  return conversationOfChat(chat, 'key', engagementsOfChat(chat).engagements)
}

function said(name: string, seconds: number) {
  return { type: 'chat.msg', name, timestamp: at(seconds), msg: 'words' }
}

function joined(name: string, seconds: number) {
  return { type: 'chat.memberjoin', name, timestamp: at(seconds) }
}

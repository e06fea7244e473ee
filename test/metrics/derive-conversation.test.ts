import { describe, expect, it } from 'vitest'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import { chatFacts, startedAt, ticketFacts } from '../support/conversation-facts.ts'
import { accountSettings, chatTicket, derive, detail } from './deriving.ts'

const MINUTE_MS = 60_000

describe('the brand of a chat', () => {
  const both = { department_id: 20, page_host: 'shop-1.example' }

  it.each([
    ['is its ticket’s', chatFacts(both), 3, [3, 'ticket']],
    [
      'is not the default brand old chats fell to, where the department says otherwise',
      chatFacts(both),
      9,
      [2, 'department'],
    ],
    [
      'is the page’s, where neither ticket nor department tells',
      chatFacts({ page_host: 'shop-1.example' }),
      9,
      [1, 'page'],
    ],
    ['is the default brand when nothing else is known', chatFacts(), 9, [9, 'default_ticket']],
    [
      'is unmapped without any of these',
      chatFacts({ page_host: 'elsewhere.example' }),
      null,
      [null, 'unmapped'],
    ],
  ] as const)('%s', (_what, facts, ticketBrand, expected) => {
    const row = derive(facts, { chatTicket: chatTicket(ticketBrand) })

    expect([row.brand_id, row.brand_source]).toEqual(expected)
  })

  it('follows the order that is set', () => {
    const settings = accountSettings({ brandOrder: ['page', 'ticket'] })
    const row = derive(chatFacts(both), { chatTicket: chatTicket(3) }, settings)

    expect([row.brand_id, row.brand_source]).toEqual([1, 'page'])
  })
})

describe('the day and hour', () => {
  it('are local to the brand', () => {
    const late = Date.parse('2026-03-02T23:30:00Z')

    expect(derive(ticketFacts({ started_at: late }))).toMatchObject({ day: '2026-03-03', hour_of_week: 32 })
    expect(derive(ticketFacts({ started_at: late, ticket_brand_id: 4 }))).toMatchObject({
      day: '2026-03-02',
      hour_of_week: 18,
    })
  })
})

describe('outside of opening hours', () => {
  it('is what began while the brand was closed, to the minute', () => {
    const eveningAt = (time: string) =>
      derive(ticketFacts({ started_at: Date.parse(`2026-03-09T${time}+09:00`) })).outside_hours

    expect([eveningAt('17:59:59'), eveningAt('18:00:00')]).toEqual([0, 1])
  })
})

describe('Zendesk’s own verdict on the bot', () => {
  it('is read from the ticket’s fields by the words of the settings', () => {
    const facts = ticketFacts({ resolution_field: 'Automated', resolution_tier_field: null })
    const settings = accountSettings()

    expect(derive(facts).bot_resolved).toBe(1)
    expect(
      derive(facts, {}, { ...settings, readings: { ...settings.readings, botResolved: ['verified'] } })
        .bot_resolved,
    ).toBe(0)
  })

  it('is nobody’s where the fields are empty, and on chats', () => {
    expect(derive(ticketFacts()).bot_resolved).toBeNull()
    expect(derive(chatFacts({ resolution_field: 'automated' })).bot_resolved).toBeNull()
  })
})

describe('the clock of a first reply', () => {
  it('starts at the customer’s first message where that is later than the chat', () => {
    const row = derive(
      chatFacts({
        first_customer_message_at: startedAt + 15_000,
        source_first_human_reply_at: startedAt + 40_500,
      }),
    )

    expect(row).toMatchObject({
      handed_off_at: startedAt,
      first_reply_seconds: 25.5,
      served: 1,
      outcome: 'served',
    })
    expect(row.open_minutes_to_reply).toBeCloseTo(0.425, 9)
  })

  it('never shows less than half a second', () => {
    expect(derive(chatFacts({ source_first_human_reply_at: startedAt })).first_reply_seconds).toBe(0.5)
  })

  it('counts opening hours only: a Friday evening’s question answered on Monday', () => {
    const friday = Date.parse('2026-03-13T17:50:00+09:00')
    const monday = Date.parse('2026-03-16T09:05:00+09:00')
    const row = derive(ticketFacts({ started_at: friday, source_first_human_reply_at: monday }))

    expect(row.open_minutes_to_reply).toBe(15)
    expect(row.first_reply_seconds).toBe((monday - friday) / 1000)
  })

  it('is null without a reply, and a missed chat tells how long its visitor stayed', () => {
    const row = derive(
      chatFacts({ source_first_human_reply_at: null, ended_at: startedAt + 70 * MINUTE_MS, missed: 1 }),
    )

    expect(row).toMatchObject({
      first_reply_seconds: null,
      open_minutes_to_reply: null,
      left_after_open_minutes: 70,
      served: 0,
      outcome: 'unserved',
    })
  })

  it('is unknown for a bot’s ticket until its messages were read', () => {
    const facts = ticketFacts({ ticket_brand_id: 2 })

    expect(derive(facts)).toMatchObject({
      bot_involved: null,
      handed_off_at: null,
      served: 1,
      first_reply_seconds: null,
    })
    expect(derive(facts, { detail: detail() })).toMatchObject({
      bot_involved: 1,
      handed_off_at: startedAt + 120_000,
      first_reply_seconds: 30,
      first_responder: 'bot',
      agent_messages: 2,
    })
  })
})

describe('bot involvement', () => {
  it('is none at a brand without a bot, and before its first bot', () => {
    expect(derive(ticketFacts()).bot_involved).toBe(0)
    expect(derive(ticketFacts({ ticket_brand_id: 2, started_at: startedAt - 864e5 })).bot_involved).toBe(0)
  })

  it('is certain for a ticket once seen as the bot’s', () => {
    expect(derive(ticketFacts({ seen_ai_agent: 1 }))).toMatchObject({ bot_involved: 1, source: 'messaging' })
  })

  it('a ticket still with the bot has no human reply, whatever Zendesk’s reply time says', () => {
    const row = derive(ticketFacts({ scope: 'ai_agent', seen_ai_agent: 1 }))

    expect(row).toMatchObject({
      source: 'bot',
      served: 0,
      handed_off_at: null,
      first_responder: 'bot',
      outcome: 'bot_contained',
      resolved_by: 'bot',
    })
  })

  it('a handed-off ticket nobody answered is open for a person, then unserved', () => {
    const facts = ticketFacts({ seen_ai_agent: 1, source_first_human_reply_at: null })

    expect(derive({ ...facts, status: 'new' }).outcome).toBe('handed_off')
    expect(derive({ ...facts, status: 'closed' }).outcome).toBe('unserved')
  })
})

describe('a ticket of which nobody said whether a person replied', () => {
  const facts = ticketFacts({ source_first_human_reply_at: null, source_reply_known: 0 })

  it('is neither served nor unserved, though it was solved', () => {
    expect(derive(facts)).toMatchObject({ served: null, outcome: 'open', resolved_by: null })
  })

  it('is answered by its present messages, not by older ones that hold no reply', () => {
    const unanswered = { first_human_reply_at: null, generated_at: facts.updated_at }

    expect(derive(facts, { detail: detail(unanswered) }).served).toBe(0)
    expect(derive(facts, { detail: detail({ ...unanswered, generated_at: startedAt }) }).served).toBe(null)
    expect(derive(facts, { detail: detail({ generated_at: startedAt }) }).served).toBe(1)
  })

  it('was not served while it is still with the bot', () => {
    expect(derive({ ...facts, scope: 'ai_agent', seen_ai_agent: 1 }).served).toBe(0)
  })
})

describe('details of an older version', () => {
  const facts = ticketFacts({ updated_at: startedAt + 900_000 })
  const unanswered = { first_human_reply_at: null }

  it('do not hide a reply given since', () => {
    expect(derive(facts, { detail: detail({ ...unanswered, generated_at: startedAt }) }).served).toBe(1)
  })

  it('of the present version are the last word', () => {
    expect(
      derive(facts, { detail: detail({ ...unanswered, generated_at: startedAt + 900_000 }) }).served,
    ).toBe(0)
  })
})

describe('deletion', () => {
  it('holds for the copies it followed, not for a ticket restored later', () => {
    const updatedAt = ticketFacts().updated_at

    expect(derive(ticketFacts(), { deletedAt: updatedAt }).deleted).toBe(1)
    expect(derive(ticketFacts(), { deletedAt: updatedAt - 1 }).deleted).toBe(0)
    expect(derive(chatFacts({ status: 'deleted' })).deleted).toBe(1)
  })
})

describe('dimensions', () => {
  it('the topic is the first rule that matches', () => {
    const topics = [
      { topic: 'refund', tag: 'refund' },
      { topic: 'vip', tag: 'question', groupId: 7 },
      { topic: 'question', tag: 'question' },
    ]
    const settings = accountSettings({ topics })
    const topicOf = (given: Partial<ConversationFacts>) => derive(ticketFacts(given), {}, settings).topic

    expect(topicOf({ tags: '["question","refund"]' })).toBe('refund')
    expect(topicOf({ tags: '["question"]', group_id: 7 })).toBe('vip')
    expect(topicOf({ tags: '["question"]', group_id: 8 })).toBe('question')
    expect(topicOf({ tags: '[]' })).toBe('other')
  })

  it('the language is the requester’s, without the country', () => {
    expect(derive(ticketFacts({ locale: 'ko-KR' })).language).toBe('ko')
    expect(derive(ticketFacts()).language).toBe(null)
  })

  it('a chat takes requester and group from its ticket', () => {
    const ticket = { ...chatTicket(3), requester_key: 'of the ticket', group_id: 7 }
    const row = derive(chatFacts({ source_requester_key: 'of the chat', department_id: 20 }), {
      chatTicket: ticket,
    })

    expect(row).toMatchObject({ requester_key: 'of the ticket', group_id: 7 })
    expect(derive(row, { chatTicket: { ...ticket, requester_key: null } }).requester_key).toBe('of the chat')
  })
})

describe('a row', () => {
  it('derives to itself', () => {
    const knowledge = { detail: detail() }
    const row = derive(ticketFacts({ ticket_brand_id: 2 }), knowledge)

    expect(derive(row, knowledge)).toEqual(row)
  })
})

import { describe, expect, it } from 'vitest'
import { createAccountKnowledge } from '../../server/metrics/account-knowledge.ts'
import type { ChatTicket, ConversationFacts, TicketDetail } from '../../server/metrics/conversation-row.ts'
import type { ConversationKnowledge } from '../../server/metrics/derive-conversation.ts'
import { deriveConversation } from '../../server/metrics/derive-conversation.ts'
import type { AccountSettings } from '../../server/settings/account-settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { chatFacts, startedAt, ticketFacts } from '../support/conversation-facts.ts'

const DEFAULT_BRAND = 9
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

describe('a tag of a live chat', () => {
  const brands = [
    { ...defaultBrandSettings(1, 'Asia/Seoul'), chatTags: ['Shop_One'] },
    { ...defaultBrandSettings(2, 'Asia/Seoul'), departments: [20], chatTags: ['two'] },
  ]
  const tagged = (given: Partial<ConversationFacts>, brandOrder: AccountSettings['brandOrder']) => {
    const row = derive(chatFacts(given), {}, accountSettings({ brands, brandOrder }))
    return [row.brand_id, row.brand_source]
  }

  it('names the brand where the order has that step', () => {
    const given = { tags: '["late","shop_one","two"]', department_id: 20 }

    expect(tagged(given, ['ticket', 'tag', 'department'])).toEqual([1, 'tag'])
    expect(tagged(given, ['department', 'tag'])).toEqual([2, 'department'])
    expect(tagged({ ...given, tags: '["late"]' }, ['tag', 'department'])).toEqual([2, 'department'])
  })

  it('says nothing where the order does not name it', () => {
    expect(tagged({ tags: '["shop_one"]' }, defaultAccountSettings('Asia/Seoul').brandOrder)).toEqual([
      null,
      'unmapped',
    ])
  })
})

describe('a channel', () => {
  it('that was taken from the settings is in no count; live chats always are', () => {
    const settings = accountSettings({ messagingChannels: ['whatsapp'] })

    expect(derive(ticketFacts(), {}, settings).deleted).toBe(1)
    expect(derive(ticketFacts({ channel: 'whatsapp' }), {}, settings).deleted).toBe(0)
    expect(derive(chatFacts(), {}, settings).deleted).toBe(0)
  })
})

describe('a ticket that stands in for its chat', () => {
  const standIn = (given: Partial<ConversationFacts> = {}) =>
    ticketFacts({ scope: null, channel: 'chat', ticket_brand_id: null, ...given })

  it('is a live chat, with the brand by the steps of chats', () => {
    expect(derive(standIn(), { chatTicket: chatTicket(3) })).toMatchObject({
      source: 'chat',
      brand_id: 3,
      brand_source: 'ticket',
      served: 1,
      first_reply_seconds: 60,
      bot_involved: 0,
    })
  })

  it('has not ended before it is solved, and nobody knows when an unserved visitor left', () => {
    const unserved = { source_first_human_reply_at: null }

    expect(derive(standIn({ ...unserved, status: 'open' })).outcome).toBe('open')
    expect(derive(standIn(unserved))).toMatchObject({ outcome: 'unserved', left_after_open_minutes: null })
  })

  it('is measured by its messages once they are read, though the ticket was made after the chat', () => {
    const row = derive(standIn({ started_at: startedAt + 900_000 }), {
      detail: detail({ bot_involved: 0, handed_off_at: startedAt }),
    })

    expect(row).toMatchObject({ handed_off_at: startedAt, first_reply_seconds: 150, agent_messages: 2 })
  })
})

describe('what messages tell of a ticket’s later course', () => {
  it('is null until they are read', () => {
    const read = detail({ continued_by_email: 1, handed_back_at: startedAt + 200_000 })

    expect(derive(ticketFacts())).toMatchObject({ continued_by_email: null, handed_back_at: null })
    expect(derive(ticketFacts(), { detail: read })).toMatchObject({
      continued_by_email: 1,
      handed_back_at: startedAt + 200_000,
    })
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

function derive(
  facts: ConversationFacts,
  around: Partial<ConversationKnowledge> = {},
  settings: AccountSettings = accountSettings(),
) {
  const account = createAccountKnowledge(settings, DEFAULT_BRAND, new Map([[2, startedAt - 3600_000]]))
  return deriveConversation(facts, { account, chatTicket: null, detail: null, deletedAt: null, ...around })
}

function accountSettings(given: Partial<AccountSettings> = {}): AccountSettings {
  const zone = 'Asia/Seoul'
  return {
    ...defaultAccountSettings(zone),
    brands: [
      { ...defaultBrandSettings(1, zone), hosts: ['Shop-1.example'] },
      { ...defaultBrandSettings(2, zone), departments: [20] },
      { ...defaultBrandSettings(4, 'America/New_York') },
    ],
    ...given,
  }
}

function chatTicket(brandId: number | null): ChatTicket {
  return {
    ticket_id: 1,
    brand_id: brandId,
    group_id: null,
    requester_key: null,
    form_id: null,
    updated_at: 0,
  }
}

/** The bot answered, handed over after two minutes, and a person replied half a minute later. */
function detail(given: Partial<TicketDetail> = {}): TicketDetail {
  return {
    ticket_id: 201,
    generated_at: startedAt + 600_000,
    bot_involved: 1,
    handed_off_at: startedAt + 120_000,
    first_customer_message_at: startedAt,
    first_bot_message_at: startedAt + 2_000,
    first_human_reply_at: startedAt + 150_000,
    customer_messages: 3,
    agent_messages: 2,
    bot_messages: 4,
    agent_count: 1,
    continued_by_email: 0,
    handed_back_at: null,
    ...given,
  }
}

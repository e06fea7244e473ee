import { describe, expect, it } from 'vitest'
import type { ConversationFacts } from '../../server/metrics/conversation-row.ts'
import type { AccountSettings } from '../../server/settings/account-settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { chatFacts, startedAt, ticketFacts } from '../support/conversation-facts.ts'
import { accountSettings, chatTicket, derive, detail } from './deriving.ts'

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

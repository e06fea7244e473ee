import { createAccountKnowledge } from '../../server/metrics/account-knowledge.ts'
import type { ChatTicket, ConversationFacts, TicketDetail } from '../../server/metrics/conversation-row.ts'
import type { ConversationKnowledge } from '../../server/metrics/derive-conversation.ts'
import { deriveConversation } from '../../server/metrics/derive-conversation.ts'
import type { AccountSettings } from '../../server/settings/account-settings.ts'
import { defaultAccountSettings, defaultBrandSettings } from '../../server/settings/default-settings.ts'
import { startedAt } from '../support/conversation-facts.ts'

const DEFAULT_BRAND = 9

/** The row of these facts, with what is said of the things around them. */
export function derive(
  facts: ConversationFacts,
  around: Partial<ConversationKnowledge> = {},
  settings: AccountSettings = accountSettings(),
) {
  const account = createAccountKnowledge(settings, DEFAULT_BRAND, new Map([[2, startedAt - 3600_000]]))
  return deriveConversation(facts, { account, chatTicket: null, detail: null, deletedAt: null, ...around })
}

export function accountSettings(given: Partial<AccountSettings> = {}): AccountSettings {
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

export function chatTicket(brandId: number | null): ChatTicket {
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
export function detail(given: Partial<TicketDetail> = {}): TicketDetail {
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

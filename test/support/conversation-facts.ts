import type { ChatTicketFacts, ConversationFacts } from '../../server/metrics/conversation-row.ts'

/** Monday 9 March 2026, 10:00 in Seoul: an ordinary day. */
export const startedAt = Date.parse('2026-03-09T10:00:00+09:00')

/** A live chat of that Monday, answered after a minute and ended after ten, changed by what is given. */
export function chatFacts(given: Partial<ConversationFacts> = {}): ConversationFacts {
  return {
    id: 'chat:1',
    kind: 'conversation',
    channel: 'chat',
    ticket_id: null,
    ticket_brand_id: null,
    department_id: null,
    page_host: null,
    tags: '[]',
    group_id: null,
    locale: null,
    source_requester_key: null,
    device_key: null,
    scope: null,
    seen_ai_agent: 0,
    status: null,
    started_at: startedAt,
    first_customer_message_at: startedAt,
    source_first_human_reply_at: startedAt + 60_000,
    source_reply_known: 1,
    first_any_reply_at: startedAt + 60_000,
    ended_at: startedAt + 600_000,
    customer_messages: 3,
    agent_messages: 3,
    agent_count: 1,
    reopens: null,
    reopened_before: null,
    missed: 0,
    dropped: 0,
    resolution_field: null,
    form_id: null,
    first_agent_at: startedAt + 50_000,
    reply_gaps: 1,
    reply_gap_seconds: 60,
    agent_replies: null,
    assignee_stations: null,
    pending_minutes: null,
    on_hold_minutes: null,
    status_updated_at: null,
    resolution_tier_field: null,
    import_id: null,
    updated_at: startedAt + 600_000,
    ...given,
  }
}

/** A messaging ticket of that Monday at brand 1, answered after a minute and solved after ten. */
export function ticketFacts(given: Partial<ConversationFacts> = {}): ConversationFacts {
  return chatFacts({
    id: 'ticket:201',
    channel: 'native_messaging',
    ticket_id: 201,
    ticket_brand_id: 1,
    scope: 'agent',
    status: 'solved',
    first_any_reply_at: null,
    customer_messages: null,
    agent_messages: null,
    agent_count: null,
    reply_gaps: null,
    reply_gap_seconds: null,
    reopens: 0,
    missed: null,
    dropped: null,
    ...given,
  })
}

/** The ticket of a live chat of that Monday, answered after two minutes and solved after twelve. */
export function chatTicketFacts(given: Partial<ChatTicketFacts> & { ticket_id: number }): ChatTicketFacts {
  return {
    brand_id: null,
    group_id: null,
    requester_key: null,
    updated_at: startedAt + 720_000,
    channel: 'chat',
    form_id: null,
    device_key: null,
    locale: null,
    tags: '[]',
    status: 'closed',
    started_at: startedAt,
    source_first_human_reply_at: startedAt + 120_000,
    source_reply_known: 1,
    ended_at: startedAt + 720_000,
    reopens: 0,
    reopened_before: null,
    first_agent_at: startedAt + 60_000,
    agent_replies: 1,
    assignee_stations: 1,
    pending_minutes: 0,
    on_hold_minutes: 0,
    status_updated_at: startedAt + 720_000,
    ...given,
  }
}

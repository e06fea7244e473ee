/** What a source says of one conversation: the first block of columns of table `conversation`. */
export type ConversationFacts = {
  id: string
  kind: 'conversation' | 'offline_message'
  channel: string
  ticket_id: number | null
  ticket_brand_id: number | null
  department_id: number | null
  page_host: string | null
  /** JSON array of strings. */
  tags: string
  group_id: number | null
  locale: string | null
  /** The source's own; a live chat's ticket may know better. */
  source_requester_key: string | null
  device_key: string | null
  /** Null for chats, and for tickets that stand in for them. */
  scope: 'agent' | 'ai_agent' | null
  seen_ai_agent: number
  /** A ticket's status; 'deleted' for a chat Zendesk reports as deleted. */
  status: string | null
  started_at: number
  first_customer_message_at: number | null
  source_first_human_reply_at: number | null
  /** 0 where the source did not say whether a person replied. */
  source_reply_known: number
  first_any_reply_at: number | null
  ended_at: number | null
  customer_messages: number | null
  agent_messages: number | null
  agent_count: number | null
  reopens: number | null
  /** A moment by which the reopening is known to have happened; null where there was none or it is not known. */
  reopened_before: number | null
  missed: number | null
  dropped: number | null
  resolution_field: string | null
  form_id: number | null
  first_agent_at: number | null
  reply_gaps: number | null
  reply_gap_seconds: number | null
  agent_replies: number | null
  assignee_stations: number | null
  pending_minutes: number | null
  on_hold_minutes: number | null
  status_updated_at: number | null
  resolution_tier_field: string | null
  /** Set for rows of an imported file. */
  import_id: number | null
  updated_at: number
}

/** What follows from the facts, the settings and the neighbouring tables; can always be rebuilt. */
export type ConversationDerivation = {
  source: 'chat' | 'messaging' | 'bot'
  requester_key: string | null
  brand_id: number | null
  brand_source: 'ticket' | 'department' | 'page' | 'tag' | 'default_ticket' | 'unmapped'
  day: string
  hour_of_week: number
  language: string | null
  topic: string
  bot_involved: number | null
  first_responder: 'agent' | 'bot' | null
  handed_off_at: number | null
  first_human_reply_at: number | null
  /** Null where nobody has said yet whether a person replied. */
  served: number | null
  first_reply_seconds: number | null
  open_minutes_to_reply: number | null
  left_after_open_minutes: number | null
  transferred: number | null
  reopened: number | null
  outcome: 'served' | 'unserved' | 'bot_contained' | 'handed_off' | 'open'
  resolved_by: 'agent' | 'bot' | null
  /** 1: in no count, because Zendesk deleted it or because its channel is none of those that are counted. */
  deleted: number
  continued_by_email: number | null
  handed_back_at: number | null
  /** It began while the brand was closed; null in rows that an older version derived. */
  outside_hours: number | null
  /** Zendesk's own verdict on the ticket: 1 = the bot resolved it; null = the ticket has none. */
  bot_resolved: number | null
}

export type ConversationRow = ConversationFacts & ConversationDerivation

/**
 * A copy of the facts alone. Named one by one because a spread makes such wide rows slow: deriving from a stored row
 * took twenty times as long.
 */
export function copyFacts(row: ConversationFacts): ConversationFacts {
  return {
    id: row.id,
    kind: row.kind,
    channel: row.channel,
    ticket_id: row.ticket_id,
    ticket_brand_id: row.ticket_brand_id,
    department_id: row.department_id,
    page_host: row.page_host,
    tags: row.tags,
    group_id: row.group_id,
    locale: row.locale,
    source_requester_key: row.source_requester_key,
    device_key: row.device_key,
    scope: row.scope,
    seen_ai_agent: row.seen_ai_agent,
    status: row.status,
    started_at: row.started_at,
    first_customer_message_at: row.first_customer_message_at,
    source_first_human_reply_at: row.source_first_human_reply_at,
    source_reply_known: row.source_reply_known,
    first_any_reply_at: row.first_any_reply_at,
    ended_at: row.ended_at,
    customer_messages: row.customer_messages,
    agent_messages: row.agent_messages,
    agent_count: row.agent_count,
    reopens: row.reopens,
    reopened_before: row.reopened_before,
    missed: row.missed,
    dropped: row.dropped,
    resolution_field: row.resolution_field,
    form_id: row.form_id,
    first_agent_at: row.first_agent_at,
    reply_gaps: row.reply_gaps,
    reply_gap_seconds: row.reply_gap_seconds,
    agent_replies: row.agent_replies,
    assignee_stations: row.assignee_stations,
    pending_minutes: row.pending_minutes,
    on_hold_minutes: row.on_hold_minutes,
    status_updated_at: row.status_updated_at,
    resolution_tier_field: row.resolution_tier_field,
    import_id: row.import_id,
    updated_at: row.updated_at,
  }
}

/** A whole row; named one by one for the same reason. */
export function joinRow(facts: ConversationFacts, derivation: ConversationDerivation): ConversationRow {
  return {
    id: facts.id,
    kind: facts.kind,
    channel: facts.channel,
    ticket_id: facts.ticket_id,
    ticket_brand_id: facts.ticket_brand_id,
    department_id: facts.department_id,
    page_host: facts.page_host,
    tags: facts.tags,
    group_id: facts.group_id,
    locale: facts.locale,
    source_requester_key: facts.source_requester_key,
    device_key: facts.device_key,
    scope: facts.scope,
    seen_ai_agent: facts.seen_ai_agent,
    status: facts.status,
    started_at: facts.started_at,
    first_customer_message_at: facts.first_customer_message_at,
    source_first_human_reply_at: facts.source_first_human_reply_at,
    source_reply_known: facts.source_reply_known,
    first_any_reply_at: facts.first_any_reply_at,
    ended_at: facts.ended_at,
    customer_messages: facts.customer_messages,
    agent_messages: facts.agent_messages,
    agent_count: facts.agent_count,
    reopens: facts.reopens,
    reopened_before: facts.reopened_before,
    missed: facts.missed,
    dropped: facts.dropped,
    resolution_field: facts.resolution_field,
    form_id: facts.form_id,
    first_agent_at: facts.first_agent_at,
    reply_gaps: facts.reply_gaps,
    reply_gap_seconds: facts.reply_gap_seconds,
    agent_replies: facts.agent_replies,
    assignee_stations: facts.assignee_stations,
    pending_minutes: facts.pending_minutes,
    on_hold_minutes: facts.on_hold_minutes,
    status_updated_at: facts.status_updated_at,
    resolution_tier_field: facts.resolution_tier_field,
    import_id: facts.import_id,
    updated_at: facts.updated_at,
    source: derivation.source,
    requester_key: derivation.requester_key,
    brand_id: derivation.brand_id,
    brand_source: derivation.brand_source,
    day: derivation.day,
    hour_of_week: derivation.hour_of_week,
    language: derivation.language,
    topic: derivation.topic,
    bot_involved: derivation.bot_involved,
    first_responder: derivation.first_responder,
    handed_off_at: derivation.handed_off_at,
    first_human_reply_at: derivation.first_human_reply_at,
    served: derivation.served,
    first_reply_seconds: derivation.first_reply_seconds,
    open_minutes_to_reply: derivation.open_minutes_to_reply,
    left_after_open_minutes: derivation.left_after_open_minutes,
    transferred: derivation.transferred,
    reopened: derivation.reopened,
    outcome: derivation.outcome,
    resolved_by: derivation.resolved_by,
    deleted: derivation.deleted,
    continued_by_email: derivation.continued_by_email,
    handed_back_at: derivation.handed_back_at,
    outside_hours: derivation.outside_hours,
    bot_resolved: derivation.bot_resolved,
  }
}

/** A live chat's ticket: it says which brand, group, form and requester the chat had. */
export type ChatTicket = {
  ticket_id: number
  brand_id: number | null
  group_id: number | null
  requester_key: string | null
  form_id: number | null
  updated_at: number
}

/**
 * What the ticket tells of its own course: enough to stand in for the chat where there is no Chat API. Without channel,
 * tags and start it was read by an older version, which kept none of this.
 */
export type ChatTicketFacts = ChatTicket & {
  channel: string | null
  device_key: string | null
  locale: string | null
  /** JSON array of strings. */
  tags: string | null
  status: string | null
  started_at: number | null
  source_first_human_reply_at: number | null
  source_reply_known: number | null
  ended_at: number | null
  reopens: number | null
  reopened_before: number | null
  first_agent_at: number | null
  agent_replies: number | null
  assignee_stations: number | null
  pending_minutes: number | null
  on_hold_minutes: number | null
  status_updated_at: number | null
}

/** What reading a ticket's messages told. */
export type TicketDetail = {
  ticket_id: number
  /** The version of the ticket that was read, as its generated time. */
  generated_at: number
  bot_involved: number
  handed_off_at: number | null
  first_customer_message_at: number | null
  first_bot_message_at: number | null
  first_human_reply_at: number | null
  customer_messages: number
  agent_messages: number
  bot_messages: number
  agent_count: number
  /** A person replied by e-mail after the conversation had moved there; null where an older version read. */
  continued_by_email: number | null
  /** The bot's first word after a person's. */
  handed_back_at: number | null
}

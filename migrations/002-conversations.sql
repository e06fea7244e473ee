-- One row per contact, for life. Instants are epoch milliseconds, durations seconds.
-- The first block is what the source said; the second is derived from it by deriveConversation and can be rebuilt.
create table conversation (
  id text primary key,          -- 'chat:<chat id>' or 'ticket:<ticket id>'
  kind text not null check (kind in ('conversation', 'offline_message')),
  channel text not null,
  ticket_id integer,
  ticket_brand_id integer,      -- brand on the messaging ticket itself
  department_id integer,
  page_host text,
  tags text not null,           -- JSON array of strings
  group_id integer,
  locale text,
  source_requester_key text,    -- the source's own; a live chat's ticket may know better
  device_key text,
  scope text check (scope in ('agent', 'ai_agent')), -- null for chats; agent is absorbing
  seen_ai_agent integer not null check (seen_ai_agent in (0, 1)),
  status text,
  started_at integer not null,
  first_customer_message_at integer,
  source_first_human_reply_at integer, -- chat history, or created_at + native reply time of the metric set
  source_reply_known integer not null check (source_reply_known in (0, 1)), -- 0: the source did not say whether a person replied
  first_any_reply_at integer,
  ended_at integer,             -- chat end, or first solved
  customer_messages integer,
  agent_messages integer,
  agent_count integer,
  reopens integer,
  reopened_before integer,      -- a moment by which the reopening is known to have happened
  missed integer check (missed in (0, 1)),
  dropped integer check (dropped in (0, 1)),
  resolution_field text,        -- Zendesk's own resolution verdict on the ticket, raw
  updated_at integer not null,  -- the source's update time: newest wins

  source text not null check (source in ('chat', 'messaging', 'bot')),
  requester_key text,           -- of the live chat's ticket, else the source's own
  brand_id integer,             -- null = unmapped
  brand_source text not null check (brand_source in ('ticket', 'department', 'page', 'default_ticket', 'unmapped')),
  day text not null,            -- brand-local
  hour_of_week integer not null check (hour_of_week between 0 and 167), -- 0 = Monday 00:00 brand-local
  language text,
  topic text not null,
  bot_involved integer check (bot_involved in (0, 1)), -- null = unknown
  first_responder text check (first_responder in ('agent', 'bot')),
  handed_off_at integer,
  first_human_reply_at integer,
  served integer check (served in (0, 1)), -- null = unknown
  first_reply_seconds real,
  open_minutes_to_reply real,   -- opening-hours minutes from the clock's start to the first human reply
  left_after_open_minutes real, -- unserved chats: opening-hours minutes until the visitor left
  transferred integer check (transferred in (0, 1)),
  reopened integer check (reopened in (0, 1)),
  outcome text not null,        -- served | unserved | bot_contained | handed_off | open
  resolved_by text check (resolved_by in ('agent', 'bot')),
  deleted integer not null check (deleted in (0, 1))
) strict;

create index conversation_brand_day on conversation (brand_id, day);
-- Holds the whole answer to "every first reply of a brand by day", which each computation of the grid asks.
create index conversation_first_reply on conversation (brand_id, day, first_reply_seconds)
  where served = 1 and first_reply_seconds is not null and deleted = 0 and kind = 'conversation';
-- Tickets of which nobody said whether a person replied: their messages have to be read.
create index conversation_reply_unknown on conversation (started_at, ticket_id)
  where served is null and deleted = 0;
create index conversation_ticket on conversation (ticket_id) where ticket_id is not null;
create index conversation_requester on conversation (requester_key, started_at) where requester_key is not null;

-- Tickets that live chats left behind: never conversations, they only say which brand and requester a chat had.
create table chat_ticket (
  ticket_id integer primary key,
  brand_id integer,
  group_id integer,
  requester_key text,
  updated_at integer not null
) strict;

-- Tickets Zendesk reports as deleted, remembered so that an older copy arriving later does not revive them.
create table deleted_ticket (
  ticket_id integer primary key,
  deleted_at integer not null
) strict;

-- What reading one ticket's audits told; generated_at is the version of the ticket that was read.
create table ticket_detail (
  ticket_id integer primary key,
  generated_at integer not null,
  bot_involved integer not null check (bot_involved in (0, 1)),
  handed_off_at integer,
  first_customer_message_at integer,
  first_bot_message_at integer,
  first_human_reply_at integer,
  customer_messages integer not null,
  agent_messages integer not null,
  bot_messages integer not null,
  agent_count integer not null
) strict;

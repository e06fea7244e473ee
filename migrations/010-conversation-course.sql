-- What the rest of the catalogue measures: joins, reply gaps, stations, pauses, replies by e-mail.
-- The table is made anew because `brand_source` knows one more word.
create table conversation_anew (
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
  form_id integer,              -- ticket form; of a live chat: its ticket's
  first_agent_at integer,       -- chat: first agent join; ticket: first assignment
  reply_gaps integer,           -- chats: customer turns an agent answered
  reply_gap_seconds real,       -- chats: sum of the waits of those turns
  agent_replies integer,        -- tickets: as Zendesk counts them
  assignee_stations integer,
  pending_minutes integer,      -- tickets: waited for the customer
  on_hold_minutes integer,
  status_updated_at integer,
  resolution_tier_field text,   -- Zendesk's own tier on the ticket, raw
  import_id integer,            -- set for rows of an imported file
  updated_at integer not null,  -- the source's update time: newest wins

  source text not null check (source in ('chat', 'messaging', 'bot')),
  requester_key text,           -- of the live chat's ticket, else the source's own
  brand_id integer,             -- null = unmapped
  brand_source text not null check (brand_source in ('ticket', 'department', 'page', 'tag', 'default_ticket', 'unmapped')),
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
  deleted integer not null check (deleted in (0, 1)),
  continued_by_email integer check (continued_by_email in (0, 1)), -- a person replied by e-mail after the conversation had moved there
  handed_back_at integer        -- the bot spoke again after a person had
) strict;
insert into conversation_anew (
  id, kind, channel, ticket_id, ticket_brand_id, department_id, page_host, tags, group_id, locale, source_requester_key, device_key, scope, seen_ai_agent, status, started_at, first_customer_message_at, source_first_human_reply_at, source_reply_known, first_any_reply_at, ended_at, customer_messages, agent_messages, agent_count, reopens, reopened_before, missed, dropped, resolution_field, updated_at, source, requester_key, brand_id, brand_source, day, hour_of_week, language, topic, bot_involved, first_responder, handed_off_at, first_human_reply_at, served, first_reply_seconds, open_minutes_to_reply, left_after_open_minutes, transferred, reopened, outcome, resolved_by, deleted
) select
  id, kind, channel, ticket_id, ticket_brand_id, department_id, page_host, tags, group_id, locale, source_requester_key, device_key, scope, seen_ai_agent, status, started_at, first_customer_message_at, source_first_human_reply_at, source_reply_known, first_any_reply_at, ended_at, customer_messages, agent_messages, agent_count, reopens, reopened_before, missed, dropped, resolution_field, updated_at, source, requester_key, brand_id, brand_source, day, hour_of_week, language, topic, bot_involved, first_responder, handed_off_at, first_human_reply_at, served, first_reply_seconds, open_minutes_to_reply, left_after_open_minutes, transferred, reopened, outcome, resolved_by, deleted
from conversation;
drop table conversation;
alter table conversation_anew rename to conversation;

create index conversation_brand_day on conversation (brand_id, day);
-- Holds the whole answer to "every first reply of a brand by day", which each computation of the grid asks.
create index conversation_first_reply on conversation (brand_id, day, first_reply_seconds)
  where served = 1 and first_reply_seconds is not null and deleted = 0 and kind = 'conversation';
-- Tickets of which nobody said whether a person replied: their messages have to be read.
create index conversation_reply_unknown on conversation (started_at, ticket_id)
  where served is null and deleted = 0;
create index conversation_ticket on conversation (ticket_id) where ticket_id is not null;
create index conversation_requester on conversation (requester_key, started_at) where requester_key is not null;

alter table ticket_detail add column continued_by_email integer check (continued_by_email in (0, 1));
alter table ticket_detail add column handed_back_at integer;      -- the bot spoke again after a person had

-- What a live chat's ticket tells of its own course: where the Chat API is absent it stands in for the chat.
alter table chat_ticket add column channel text;                  -- raw; null = read by an older version
alter table chat_ticket add column form_id integer;
alter table chat_ticket add column device_key text;
alter table chat_ticket add column locale text;
alter table chat_ticket add column tags text;
alter table chat_ticket add column status text;
alter table chat_ticket add column started_at integer;
alter table chat_ticket add column source_first_human_reply_at integer;
alter table chat_ticket add column source_reply_known integer check (source_reply_known in (0, 1));
alter table chat_ticket add column ended_at integer;
alter table chat_ticket add column reopens integer;
alter table chat_ticket add column reopened_before integer;
alter table chat_ticket add column first_agent_at integer;
alter table chat_ticket add column agent_replies integer;
alter table chat_ticket add column assignee_stations integer;
alter table chat_ticket add column pending_minutes integer;
alter table chat_ticket add column on_hold_minutes integer;
alter table chat_ticket add column status_updated_at integer;

-- Each agent's part in a live chat; Zendesk keeps these with the chat itself.
create table chat_engagement (
  id text primary key,          -- the source's own id, 'chat:<chat id>:<engagement id>'
  conversation_id text not null,
  agent_id integer,
  department_id integer,
  started_at integer not null,
  duration_seconds real,
  accepted integer check (accepted in (0, 1)),
  assigned integer check (assigned in (0, 1)),
  agent_messages integer,
  customer_messages integer
) strict;
create index chat_engagement_conversation on chat_engagement (conversation_id);

-- What the rest of the catalogue measures: joins, reply gaps, stations, pauses, replies by e-mail.
alter table conversation add column form_id integer;              -- ticket form
alter table conversation add column first_agent_at integer;       -- chat: first agent join; ticket: first assignment
alter table conversation add column reply_gaps integer;           -- chats: customer turns an agent answered
alter table conversation add column reply_gap_seconds real;       -- chats: sum of the waits of those turns
alter table conversation add column agent_replies integer;        -- tickets: as Zendesk counts them
alter table conversation add column assignee_stations integer;
alter table conversation add column pending_minutes integer;      -- tickets: waited for the customer
alter table conversation add column on_hold_minutes integer;
alter table conversation add column status_updated_at integer;
alter table conversation add column resolution_tier_field text;   -- Zendesk's own tier on the ticket, raw
alter table conversation add column import_id integer;            -- set for rows of an imported file

alter table ticket_detail add column continued_by_email integer check (continued_by_email in (0, 1));
alter table ticket_detail add column handed_back_at integer;      -- the bot spoke again after a person had
alter table conversation add column continued_by_email integer check (continued_by_email in (0, 1));
alter table conversation add column handed_back_at integer;

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

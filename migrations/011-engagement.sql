-- One agent's work on one ticket, as omnichannel routing tells it once it has ended. Zendesk forgets after 90 days;
-- what was read stays here.
create table engagement (
  id text primary key,          -- Zendesk's own
  ticket_id integer,
  agent_id integer,
  group_id integer,
  -- Words in lower case with single spaces: 'messaging', 'manual reassignment', 'solved'.
  channel text,
  start_reason text,
  end_reason text,
  ticket_status_start text,
  ticket_status_end text,
  raw_words text not null,      -- JSON: the five words above as Zendesk wrote them
  started_at integer not null,
  ended_at integer,
  offer_seconds real,
  first_reply_seconds real,     -- from assignment; null = no reply, whatever number Zendesk sends then
  average_wait_seconds real,    -- the customer's waits: these may stand without any reply
  longest_wait_seconds real,
  total_wait_seconds real,
  agent_messages integer,
  agent_replies integer,
  customer_messages integer
) strict;
create index engagement_ticket on engagement (ticket_id) where ticket_id is not null;
create index engagement_started on engagement (started_at);

-- Stretches of time (epoch ms, by an engagement's beginning) that were read while Zendesk still had them and after
-- everything that began in them had ended or was too long to be told. They never touch or overlap.
create table engagement_held (
  starts_at integer primary key,
  ends_at integer not null
) strict;

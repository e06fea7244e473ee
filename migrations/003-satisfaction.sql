-- One row per rating asked for, whichever of the three systems asked. Unanswered offers have no category.
create table csat_answer (
  id text primary key,          -- 'chat:<chat id>', 'rating:<id>' or 'survey:<id>'
  source text not null check (source in ('chat_rating', 'legacy_rating', 'survey')),
  ticket_id integer,
  conversation_id text,         -- set for chat ratings; the others are joined by ticket_id
  offered_at integer,
  answered_at integer,
  raw_rating text,
  category text check (category in ('good', 'neutral', 'bad')),
  reason text,
  updated_at integer not null
) strict;

create index csat_answer_ticket on csat_answer (ticket_id) where ticket_id is not null;
create index csat_answer_conversation on csat_answer (conversation_id) where conversation_id is not null;

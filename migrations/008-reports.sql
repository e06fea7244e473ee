create table report_schedule (
  id integer primary key,
  name text not null,
  zone text not null,
  weekday integer not null check (weekday between 1 and 7), -- 1 = Monday
  hour integer not null check (hour between 0 and 23),
  owner_id integer not null references person (id),
  paused_at integer
) strict;

create table report_recipient (
  schedule_id integer not null references report_schedule (id) on delete cascade,
  person_id integer not null references person (id) on delete cascade,
  primary key (schedule_id, person_id)
) strict, without rowid;

-- Claimed before the send, settled after it: a crash in between is 'unknown' and is never repeated by itself.
create table report_delivery (
  id integer primary key,
  schedule_id integer not null references report_schedule (id) on delete cascade,
  person_id integer not null references person (id) on delete cascade,
  period_from text not null,
  period_to text not null,
  message_id text not null unique,
  claimed_at integer not null,
  settled_at integer,
  outcome text check (outcome in ('sent', 'failed', 'unknown')),
  message text,
  unique (schedule_id, person_id, period_from)
) strict;

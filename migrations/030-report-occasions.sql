-- When a report goes out, what it waits for, what is in it.
alter table report_schedule add column every text not null default 'week'
  check (every in ('day', 'week', 'fortnight', 'month', 'first_working_day'));
alter table report_schedule add column minute integer not null default 0 check (minute between 0 and 59);
alter table report_schedule add column month_day integer check (month_day between 1 and 31);
alter table report_schedule add column counted_from text; -- a day in the first week of every second one
alter table report_schedule add column last_day text;
alter table report_schedule add column not_before integer; -- what fell due earlier is not caught up
alter table report_schedule add column deadline_hours integer not null default 24
  check (deadline_hours between 0 and 144);
alter table report_schedule add column at_deadline text not null default 'last_complete'
  check (at_deadline in ('last_complete', 'nothing'));
alter table report_schedule add column skips_unchanged integer not null default 0 check (skips_unchanged in (0, 1));
alter table report_schedule add column brands text; -- JSON list; null = all the owner sees
alter table report_schedule add column metrics text; -- JSON list; null = those of the report
alter table report_schedule add column attachments text not null default '[]';
alter table report_schedule add column paused_because text check (paused_because in ('person', 'owner_scope'));
alter table report_schedule add column trouble_since text; -- the occasion of which the owner was told
update report_schedule set paused_because = 'owner_scope' where paused_at is not null;

create table mail_group (
  id integer primary key,
  name text not null unique
) strict;

-- Somebody with an account, or an address with what an account would say of it.
create table mail_group_member (
  id integer primary key,
  group_id integer not null references mail_group (id) on delete cascade,
  person_id integer references person (id) on delete cascade,
  address text check (address = lower(address)),
  name text,
  language text check (language in ('ko', 'en')),
  brands text, -- JSON list; null = as the schedule
  check ((person_id is null) <> (address is null)),
  check ((address is null) = (language is null)),
  unique (group_id, person_id),
  unique (group_id, address)
) strict;

alter table report_recipient rename to old_report_recipient;
create table report_recipient (
  id integer primary key,
  schedule_id integer not null references report_schedule (id) on delete cascade,
  person_id integer references person (id) on delete cascade,
  group_id integer references mail_group (id) on delete cascade,
  address text check (address = lower(address)),
  name text,
  language text check (language in ('ko', 'en')),
  brands text,
  check ((person_id is not null) + (group_id is not null) + (address is not null) = 1),
  check ((address is null) = (language is null)),
  unique (schedule_id, person_id),
  unique (schedule_id, group_id),
  unique (schedule_id, address)
) strict;
insert into report_recipient (schedule_id, person_id)
  select schedule_id, person_id from old_report_recipient order by schedule_id, person_id;
drop table old_report_recipient;

-- Who asked to get a schedule's mails no more, and whose server refused the address.
create table mail_unsubscribed (
  schedule_id integer not null references report_schedule (id) on delete cascade,
  address text not null,
  at integer not null,
  primary key (schedule_id, address)
) strict, without rowid;
create table mail_refused_address (
  address text primary key,
  at integer not null,
  message text not null
) strict, without rowid;

-- One mail to one address for one occasion. Claimed before the send, settled after it: a crash in between is 'unknown'
-- and is never repeated by itself.
alter table report_delivery rename to old_report_delivery;
create table report_delivery (
  id integer primary key,
  schedule_id integer not null references report_schedule (id) on delete cascade,
  address text not null,
  person_id integer references person (id) on delete set null,
  occasion text not null, -- the day it fell due; of a notice to the owner 'notice ' and that day
  period_from text not null,
  period_to text not null,
  message_id text not null unique,
  claimed_at integer not null,
  settled_at integer,
  outcome text check (outcome in ('sent', 'failed', 'unknown', 'skipped')),
  message text, -- of a skipped one a code that says why
  attempts integer not null default 1,
  next_try_at integer, -- of a failed one; null = not tried again by itself
  bytes integer,
  again_asked_at integer, -- a person wants it sent again; null once it was
  unique (schedule_id, address, occasion)
) strict;
insert into report_delivery (id, schedule_id, address, person_id, occasion, period_from, period_to, message_id,
    claimed_at, settled_at, outcome, message)
  select d.id, d.schedule_id, p.email, d.person_id, date(d.period_to, '+' || (s.weekday - 1) || ' days'),
    d.period_from, d.period_to, d.message_id, d.claimed_at, d.settled_at, d.outcome, d.message
  from old_report_delivery d join person p on p.id = d.person_id join report_schedule s on s.id = d.schedule_id;
drop table old_report_delivery;
create index report_delivery_by_claim on report_delivery (schedule_id, claimed_at);

-- What the report of an occasion said, so that the next one can tell what is new.
create table report_occasion (
  schedule_id integer not null references report_schedule (id) on delete cascade,
  day text not null,
  opened_at integer not null,
  cells text not null, -- JSON by grid: each cell's state with the version of its metric's definition
  primary key (schedule_id, day)
) strict, without rowid;

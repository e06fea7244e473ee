-- What somebody wants to be told of as soon as it is so.
create table alert_rule (
  id integer primary key,
  name text not null,
  owner_id integer not null references person (id),
  watch text not null, -- JSON: what is looked at and when it is to be told
  brands text, -- JSON list; null = all the owner sees
  tells_end integer not null check (tells_end in (0, 1)),
  repeat_days integer check (repeat_days between 1 and 90), -- null = told once
  zone text not null,
  hours_from integer check (hours_from between 0 and 1439), -- minute of a working day; null = at any time
  hours_to integer check (hours_to between 1 and 1440),
  tells_administrators integer not null default 0 check (tells_administrators in (0, 1)),
  made_at integer not null,
  snoozed_until integer,
  paused_at integer,
  paused_because text check (paused_because in ('person', 'owner_scope')),
  check ((hours_from is null) = (hours_to is null)),
  check (hours_from is null or hours_from < hours_to)
) strict;

-- Whom a rule tells, as in report_recipient.
create table alert_recipient (
  id integer primary key,
  rule_id integer not null references alert_rule (id) on delete cascade,
  person_id integer references person (id) on delete cascade,
  group_id integer references mail_group (id) on delete cascade,
  address text check (address = lower(address)),
  name text,
  language text check (language in ('ko', 'en')),
  brands text,
  check ((person_id is not null) + (group_id is not null) + (address is not null) = 1),
  check ((address is null) = (language is null)),
  unique (rule_id, person_id),
  unique (rule_id, group_id),
  unique (rule_id, address)
) strict;

-- How a rule stands at each thing it looks at: what decides whether the next look is news.
create table alert_standing (
  rule_id integer not null references alert_rule (id) on delete cascade,
  grid text not null check (grid in ('shared', 'own_weeks')),
  subject text not null,
  basis text not null, -- what two looks must have in common to be compared: the version of the definition, the goal
  is_on integer not null check (is_on in (0, 1)),
  since integer not null,
  off_since integer, -- on, but not so any more since then
  is_armed integer not null check (is_armed in (0, 1)),
  told_at integer, -- when the present spell was last told; null = never
  said text not null,
  memory text, -- JSON of what a watch of its own remembers
  primary key (rule_id, grid, subject)
) strict, without rowid;

create table alert_event (
  id integer primary key,
  rule_id integer not null references alert_rule (id) on delete cascade,
  grid text not null check (grid in ('shared', 'own_weeks')),
  subject text not null,
  brand_id integer,
  kind text not null check (kind in ('begun', 'still', 'over', 'changed')),
  at integer not null,
  spell integer not null, -- when what it tells of began
  facts text not null -- JSON
) strict;
create index alert_event_by_rule on alert_event (rule_id, at);

-- One mail tells one address of everything that came up for it. Claimed before the send, settled after it: a crash in
-- between is 'unknown' and is never repeated by itself.
create table alert_mail (
  id integer primary key,
  address text not null,
  person_id integer references person (id) on delete set null,
  message_id text not null unique,
  subject text not null,
  claimed_at integer not null,
  settled_at integer,
  outcome text check (outcome in ('sent', 'failed', 'unknown', 'skipped')),
  message text,
  attempts integer not null default 1,
  next_try_at integer, -- of a failed one; null = not tried again by itself
  bytes integer
) strict;
create index alert_mail_by_address on alert_mail (address, claimed_at);

-- Whom an event is for, and what became of that.
create table alert_notice (
  event_id integer not null references alert_event (id) on delete cascade,
  address text not null,
  mail_id integer references alert_mail (id) on delete set null,
  dropped_at integer,
  dropped_because text check (dropped_because in
    ('over_meanwhile', 'never_told', 'not_reached', 'paused')),
  primary key (event_id, address)
) strict, without rowid;
create index alert_notice_waiting on alert_notice (address) where mail_id is null and dropped_at is null;
create index alert_notice_by_mail on alert_notice (mail_id) where mail_id is not null;

-- Who asked to get no more alerts.
create table alert_unsubscribed (
  address text primary key,
  at integer not null
) strict, without rowid;

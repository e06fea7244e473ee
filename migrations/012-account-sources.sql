-- Business-hours schedules, in the order in which the account lists them: the first one is its default.
create table schedule (
  id integer primary key,
  position integer not null,
  name text not null,
  time_zone text not null,      -- as Zendesk names it: 'Asia/Seoul' or 'Seoul'
  zone text,                    -- the same as an IANA name; null = not known
  intervals text not null       -- JSON: [[from, to], …] in minutes since Sunday 00:00, half-open
) strict;

create table schedule_holiday (
  schedule_id integer not null references schedule (id) on delete cascade,
  id integer not null,
  first_day text not null,
  last_day text not null,       -- inclusive
  primary key (schedule_id, id)
) strict, without rowid;

-- How many articles a brand's help centre held on a day of the account.
create table article_count (
  brand_id integer not null,
  day text not null,
  count integer not null,
  primary key (brand_id, day)
) strict, without rowid;

-- Brands, groups and agents as Zendesk names them, and the day each brand moved.
create table brand (
  id integer primary key,
  name text not null,
  subdomain text,
  is_default integer not null check (is_default in (0, 1)),
  active integer not null check (active in (0, 1)),
  deleted integer not null check (deleted in (0, 1)),
  created_at integer not null, -- epoch ms
  bot_since integer            -- epoch ms of the first AI agent ticket of the brand; null = none seen
) strict;

create table brand_cutover (
  brand_id integer primary key references brand (id),
  went_live_on text not null,
  went_live_source text not null check (went_live_source in ('detected', 'confirmed')),
  ramp_end text,
  ramp_source text not null check (ramp_source in ('measured', 'assumed')),
  detected_on text,            -- what the data alone says, kept beside a confirmed day
  confirmed_by text,
  note text
) strict;

create table grp (
  id integer primary key,
  name text not null,
  deleted integer not null check (deleted in (0, 1))
) strict;

create table agent (
  id integer primary key,
  role text not null,
  active integer not null check (active in (0, 1)),
  default_group_id integer,
  zone text
) strict;

-- Small facts about the account itself: time zone, default brand, when messaging became possible.
create table account (
  key text primary key,
  value text not null
) strict;

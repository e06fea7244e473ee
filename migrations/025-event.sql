-- What somebody wrote about a day of one brand or of all: it stands on the time axes, and no figure is computed from it.
create table event (
  id integer primary key autoincrement, -- a link to one that is gone never shows another
  brand_id integer,             -- null = every brand
  day text not null,            -- local to each brand it is about
  kind text not null check (kind in ('note', 'outage', 'campaign', 'release', 'staffing')),
  words text not null check (length(words) between 1 and 200),
  created_at integer not null,
  created_by text not null,     -- e-mail address of the person, as in audit
  changed_at integer,
  changed_by text,
  deleted_at integer,
  deleted_by text
) strict;
create index event_day on event (day) where deleted_at is null;

-- How far each stream has read. Rows and cursor commit together.
create table checkpoint (
  stream text not null,
  scope text not null,          -- 'agent', 'ai_agent' or '' where the stream has one scope
  window text not null,         -- 'forward' or the first day of a backfill window
  starts_at integer not null,   -- epoch ms: the window's own bounds
  ends_at integer,              -- null for the forward window
  cursor text,                  -- null = not started
  complete_to integer,          -- epoch ms: everything the source changed before this is here
  done integer not null check (done in (0, 1)),
  rows integer not null,
  primary key (stream, scope, window)
) strict;

create table quarantine (
  stream text not null,
  id text not null,
  path text not null,
  reason text not null,
  sample text,                  -- only enums, numbers and dates, never free text
  first_seen_at integer not null,
  primary key (stream, id, path)
) strict;

create table job_run (
  id integer primary key,
  name text not null,
  started_at integer not null,
  ended_at integer,
  outcome text not null check (outcome in ('running', 'ok', 'failed', 'interrupted')),
  message text,                 -- on failure: what happened and what to do
  summary text                  -- JSON of what was done
) strict;
create index job_run_name on job_run (name, started_at);

create table job_request (
  id integer primary key,
  name text not null,
  options text not null,        -- JSON
  requested_by text not null,
  requested_at integer not null,
  run_id integer references job_run (id),
  done_at integer,
  outcome text check (outcome in ('ok', 'failed')),
  message text,
  summary text
) strict;

-- Exactly one jobs process works at a time.
create table lease (
  name text primary key,
  holder text not null,         -- random id of the process
  host text not null,
  pid integer not null,
  expires_at integer not null   -- real epoch ms, never the simulated clock
) strict;

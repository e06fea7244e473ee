-- How much of each Zendesk limit is used, as the jobs process last saw it.
create table api_budget (
  bucket text primary key,
  per_minute integer not null,
  remaining integer not null,
  resets_at integer not null,       -- epoch ms
  paused_until integer,             -- Zendesk asked to wait
  requests integer not null,        -- since the day began (UTC)
  refused integer not null,         -- answers 429 since the day began
  day text not null,
  updated_at integer not null
) strict;

-- What Zendesk lets each stream read, as the last check found it.
create table permission_check (
  subject text primary key,         -- a stream, or 'credential'
  state text not null check (state in ('allowed', 'refused', 'absent', 'unknown', 'not_configured')),
  code text not null,               -- names the sentence in both languages
  detail text,                      -- what Zendesk said, if anything
  checked_at integer not null
) strict;

-- Which streams of a run failed, so that a page can say it in its reader's language.
alter table job_run add column failures text;   -- JSON: [{ stream, code, values, detail, message }]

-- How what is left to read gets less while a stream reads: the time left is told from this and nothing else.
create table stream_pace (
  stream text not null,
  at integer not null,              -- epoch ms
  stretch integer not null,         -- the moment from which the stream has been reading without a break
  remaining real not null,          -- share of the history, or tickets
  rows integer not null,            -- read in this stretch so far
  primary key (stream, at)
) strict, without rowid;

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

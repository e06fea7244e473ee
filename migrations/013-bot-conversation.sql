-- The bot's own record of a conversation: the AI agents export, or an imported file. Never counted as demand.
create table bot_conversation (
  id text primary key,          -- 'export:<bot id>:<conversation id>' or 'import:<batch>:<row key>'
  source text not null check (source in ('export', 'import')),
  bot_id text,
  brand_id integer,             -- by the bots of the settings; null = unmapped
  day text not null,            -- brand-local
  started_at integer not null,
  ended_at integer,
  language text,
  channel text,
  status text,                  -- raw, as is the next block
  resolution_tier text,
  last_resolution text,
  automated_resolution integer check (automated_resolution in (0, 1)),
  resolved integer check (resolved in (0, 1)),   -- by the words of the settings; null = not said
  escalated integer check (escalated in (0, 1)),
  survey_stars integer check (survey_stars between 1 and 5),
  bot_messages integer,
  customer_messages integer,
  not_understood_messages integer,
  count integer not null default 1,               -- an imported row can stand for many
  updated_at integer not null,
  import_id integer,
  file_day text                 -- export: the UTC day of the file the row stands in
) strict;
create index bot_conversation_brand_day on bot_conversation (brand_id, day);
create index bot_conversation_import on bot_conversation (import_id) where import_id is not null;

-- Each day's file of each bot: when it was read last, and what was in it. Files grow for some days.
create table bot_export_day (
  bot_id text not null,
  day text not null,            -- UTC, as the files are cut
  read_at integer not null,
  outcome text not null check (outcome in ('read', 'none')),
  rows integer not null,
  primary key (bot_id, day)
) strict, without rowid;

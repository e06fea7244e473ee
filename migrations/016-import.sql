-- Files a person gave us, for what no interface of Zendesk tells.

-- The rows of one file and of every later version of it. Its id is the import_id of those rows.
create table import_source (
  id integer primary key,
  kind text not null check (kind in ('bot-resolutions', 'chats')),
  name text not null,           -- of the mapping
  file_name text not null,
  unique (kind, name, file_name)
) strict;

-- One file as it was given, and what became of it.
create table import (
  id integer primary key,
  kind text not null check (kind in ('bot-resolutions', 'chats')),
  file_name text not null,
  stored_at text not null,      -- where the file lies: a name in imports/ beside the database, or a whole path
  is_ours integer not null check (is_ours in (0, 1)), -- 1: a copy in imports/, deleted once it is not needed
  size_bytes integer not null,
  content_hash text not null,   -- SHA-256
  encoding text not null,
  delimiter text not null,
  headers text not null,        -- JSON array
  mapping text not null,        -- JSON
  name text,                    -- of the mapping; null until it is run
  source_id integer references import_source (id),
  state text not null check (state in ('new', 'checked', 'staging', 'applying', 'sweeping', 'done', 'replaced', 'failed', 'removing')),
  applied_to text,              -- key of the last row that was put in place
  counts text,                  -- JSON: how many rows were accepted, rejected, …
  message text,
  request_id integer,           -- the request under which an interrupted run goes on
  created_by text not null,
  created_at integer not null,
  ended_at integer
) strict;
create index import_source_id on import (source_id) where source_id is not null;

-- The first of the lines that could not be taken, with the reason.
create table import_problem (
  import_id integer not null references import (id) on delete cascade,
  ordinal integer not null,
  line integer not null,
  field text,
  header text,
  code text not null,
  value text,                   -- only numbers and dates, never free text
  primary key (import_id, ordinal)
) strict, without rowid;

-- Rows read from a file and not yet in place; empty between runs.
create table import_row (
  import_id integer not null references import (id) on delete cascade,
  key text not null,
  line integer not null,
  row text not null,            -- JSON
  primary key (import_id, key)
) strict, without rowid;

create table import_mapping (
  kind text not null,
  name text not null,
  headers text not null,        -- JSON array: of the file it was last used for
  mapping text not null,        -- JSON
  encoding text,                -- null: found out
  delimiter text,
  updated_at integer not null,
  primary key (kind, name)
) strict;

-- Both hold the whole answer to "which rows did this file bring, in order".
create index conversation_import on conversation (import_id, id) where import_id is not null;
create index bot_conversation_import_row on bot_conversation (import_id, id) where import_id is not null;

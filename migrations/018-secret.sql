-- Secrets of the connection, each sealed under APP_SECRET and bound to its name; the environment wins over them.
create table secret (
  name text primary key,            -- as the environment would name it, such as ZENDESK_CLIENT_SECRET
  sealed text not null,
  updated_at integer not null
) strict;

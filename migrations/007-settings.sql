-- Validated JSON documents and encrypted secrets, one row each.
create table setting (
  key text primary key,
  value text not null,
  updated_at integer not null
) strict;

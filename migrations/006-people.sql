create table person (
  id integer primary key,
  email text not null unique,   -- lower case
  name text not null,
  role text not null check (role in ('administrator', 'manager', 'viewer')),
  language text not null check (language in ('en', 'ko')),
  all_brands integer not null check (all_brands in (0, 1)),
  password_hash text not null,
  created_at integer not null,
  disabled_at integer
) strict;

create table person_brand (
  person_id integer not null references person (id) on delete cascade,
  brand_id integer not null,
  primary key (person_id, brand_id)
) strict, without rowid;

create table session (
  token_hash text primary key,  -- SHA-256 of the cookie
  person_id integer not null references person (id) on delete cascade,
  csrf_token text not null,
  created_at integer not null,
  expires_at integer not null
) strict;

create table sign_in_failure (
  id integer primary key,
  subject text not null,        -- 'email:…' or 'address:…'
  failed_at integer not null
) strict;
create index sign_in_failure_subject on sign_in_failure (subject, failed_at);

create table audit (
  id integer primary key,
  at integer not null,
  actor text not null,
  action text not null,
  detail text
) strict;

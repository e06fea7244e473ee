-- What Zendesk counts beside what is stored, slice by slice. brand_id 0 = the whole account, whose days are UTC.
create table reconciliation (
  kind text not null check (kind in ('tickets', 'chats', 'ratings', 'surveys', 'engagements')),
  brand_id integer not null,
  day text not null,            -- brand-local; UTC for the whole account
  channel text not null,        -- '' where the kind knows none
  theirs integer not null,
  ours integer not null,
  explained integer not null,   -- part of the difference that has a cause which is no loss
  state text not null check (state in ('green', 'red')),
  causes text not null,         -- JSON: { deleted, merged, suspended, no_brand, not_yet_synced } → count
  checked_at integer not null,
  primary key (kind, brand_id, day, channel)
) strict, without rowid;
create index reconciliation_red on reconciliation (brand_id, day) where state = 'red';

-- What Zendesk counts beside what is stored, slice by slice. brand_id 0 = the whole account, whose days are UTC.
create table reconciliation (
  kind text not null check (kind in ('tickets', 'chats', 'ratings', 'surveys', 'engagements')),
  brand_id integer not null,
  day text not null,            -- first day of the slice: brand-local; UTC for the whole account
  days integer not null check (days in (1, 7)), -- 7 = a Monday–Sunday week of which only the total was compared
  channel text not null,        -- '' where the kind knows none
  scope text not null check (scope in ('agent', 'ai_agent', '')),
  theirs integer not null,
  ours integer not null,        -- rows flagged as deleted included: they are one of the causes
  explained integer not null,   -- part of ours − theirs that has a cause which is no loss
  unexplained integer not null, -- what is left, without a sign; rows missing and rows too many do not cancel out
  state text not null check (state in ('green', 'red')),
  causes text not null,         -- JSON: { deleted, merged, suspended, no_brand, not_yet_synced, put_aside } → count
  rereads integer not null,     -- how often history was opened anew for this slice since it turned red
  checked_at integer not null,
  primary key (kind, brand_id, channel, scope, day)
) strict, without rowid;
create index reconciliation_red on reconciliation (brand_id, day) where state = 'red';

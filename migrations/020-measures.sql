-- What the rest of the catalogue is summed from.

-- Both are derived; null until the rows are derived anew, which the next sync does.
alter table conversation add column outside_hours integer check (outside_hours in (0, 1)); -- it began while the brand was closed
alter table conversation add column bot_resolved integer check (bot_resolved in (0, 1));   -- Zendesk's own verdict on the ticket, by the words of the settings

-- The durations of one day, exactly: 64-bit floats in the machine's order, ascending. Infinity = it has not ended yet.
create table rollup_duration (
  brand_id integer not null,
  metric text not null,
  day text not null,
  source text not null,
  seconds blob not null,
  primary key (brand_id, metric, day, source)
) strict, without rowid;
-- Served "every first reply of a brand by day", which the table above answers now.
drop index conversation_first_reply;

-- Every sum is made anew, with the new ones beside it.
insert or ignore into rollup_dirty (brand_id, day)
  select brand_id, day from (
    select brand_id, day from conversation
    union select brand_id, day from bot_conversation
    union select brand_id, day from rollup_day)
  where brand_id is not null;

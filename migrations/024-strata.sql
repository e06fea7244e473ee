-- The kinds of conversation that are told apart where a change in their mix must not look like a change in a figure.
create table stratum (
  id integer primary key autoincrement, -- a number that is gone never comes to mean another kind
  language text,                -- null = not known
  topic text not null,
  hour_block integer not null check (hour_block between 0 and 3), -- quarter of the brand's day
  is_weekend integer not null check (is_weekend in (0, 1))
) strict;

-- What one day holds of a measure by kind of conversation: 32-bit numbers in the machine's order. Of a share: stratum, n,
-- numerator, and so on. Of a duration: the stratum of each of the seconds in rollup_duration, in the same order.
create table rollup_strata (
  brand_id integer not null,
  metric text not null,
  day text not null,
  source text not null,
  numbers blob not null,
  primary key (brand_id, metric, day, source)
) strict, without rowid;

-- Every sum is made anew, with the strata beside it.
insert or ignore into rollup_dirty (brand_id, day)
  select brand_id, day from (
    select brand_id, day from conversation
    union select brand_id, day from bot_conversation
    union select brand_id, day from rollup_day)
  where brand_id is not null;

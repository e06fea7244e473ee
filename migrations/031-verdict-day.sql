-- What each verdict of the report was at the first refresh of a day, so that pages can tell what is new.
create table verdict_day (
  grid text not null check (grid in ('shared', 'own_weeks')),
  day text not null, -- of the account's zone
  cells text not null, -- JSON: each cell's state with the version of its metric's definition
  primary key (grid, day)
) strict, without rowid;

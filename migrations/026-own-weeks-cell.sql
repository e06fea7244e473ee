-- The grid without comparison brands, for readers of some brands only; filled while STRICT_SCOPE is on.
create table own_weeks_cell (
  brand_id integer not null,
  metric text not null,
  cell text not null,           -- JSON of contract.Comparison
  series text not null,         -- JSON of contract.SeriesWeek[]
  basis text,                   -- JSON of CellBasis; null without an estimate
  detail text,                  -- JSON of contract.ComparisonDetail; null without an estimate
  primary key (brand_id, metric)
) strict, without rowid;

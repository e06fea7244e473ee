-- Sums per brand and local day, derived from facts and always rebuildable.
create table rollup_day (
  brand_id integer not null,
  day text not null,
  source text not null,
  channel text not null,
  metric text not null,
  n integer not null,
  numerator integer not null,
  total real not null,          -- sum of the values where the metric has values, else 0
  primary key (brand_id, metric, day, source, channel)
) strict, without rowid;

-- Fixed log-histogram of durations: key = ceil(ln(seconds) / ln(1.02020202…)).
create table rollup_hist (
  brand_id integer not null,
  day text not null,
  source text not null,
  channel text not null,
  metric text not null,
  key integer not null,
  n integer not null,
  primary key (brand_id, metric, day, source, channel, key)
) strict, without rowid;

-- Days whose facts changed since they were last summed.
create table rollup_dirty (
  brand_id integer not null,
  day text not null,
  primary key (brand_id, day)
) strict, without rowid;

-- The grid: one verdict per brand and metric, computed over all brands once per data version.
create table comparison_cell (
  brand_id integer not null,
  metric text not null,
  cell text not null,           -- JSON of contract.Comparison
  series text not null,         -- JSON of contract.SeriesWeek[]
  primary key (brand_id, metric)
) strict, without rowid;

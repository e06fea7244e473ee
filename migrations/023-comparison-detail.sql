-- What a cell rests on: its estimate and weights for figures over several brands, and what its own page shows.
alter table comparison_cell add column basis text;  -- JSON of CellBasis; null without an estimate
alter table comparison_cell add column detail text; -- JSON of contract.ComparisonDetail; null without an estimate

-- What a brand wants a figure to be; no verdict is computed from it.
create table goal (
  brand_id integer not null,
  metric text not null,
  value real not null,          -- in the metric's own unit: seconds, a share 0…1, per week
  due_on text,                  -- brand-local day by which it is to be reached; null = no day
  set_at integer not null,
  set_by text not null,         -- e-mail address of the person, as in audit
  primary key (brand_id, metric)
) strict;

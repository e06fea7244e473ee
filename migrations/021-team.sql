-- What the team metrics rest on, derived from engagements and always rebuildable.

-- One agent's time with one brand on one brand-local day. Time in which several engagements were open counts once in
-- agent_seconds and once for each in engaged_seconds.
create table agent_day (
  brand_id integer not null,
  day text not null,
  agent_id integer not null,
  engagements integer not null, -- begun on this day
  engaged_seconds real not null,
  agent_seconds real not null,
  primary key (brand_id, day, agent_id)
) strict, without rowid;

-- The parts of engagements that lie on another day than their conversation does, cut at the brand's midnights.
create table engagement_piece (
  brand_id integer not null,
  origin_day text not null,     -- of the conversation
  day text not null,
  id text not null,             -- of the engagement
  agent_id integer not null,
  starts_at integer not null,
  ends_at integer not null,
  is_first integer not null check (is_first in (0, 1)), -- the engagement began with it
  primary key (brand_id, origin_day, day, id)
) strict, without rowid;
create index engagement_piece_day on engagement_piece (brand_id, day);

insert or ignore into rollup_dirty (brand_id, day)
  select distinct brand_id, day from conversation where brand_id is not null;

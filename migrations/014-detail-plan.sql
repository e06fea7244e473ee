-- Which tickets' messages are read, per brand and week (from Monday, brand-local), and how far that has come. Derived
-- from tickets and their details, always rebuildable. A ticket's rank is a fixed number of 0…1023 made of its id.
create table detail_week (
  brand_id integer not null,
  week_start text not null,
  tickets integer not null,         -- tickets of which only the messages tell when people were needed or replied
  sampled integer not null,         -- of those, the ones that speak for all: all of them, or a fixed sample
  known integer not null,           -- of the sampled, those whose messages were read
  unreadable integer not null,      -- of the sampled, those whose messages cannot be had
  wanted integer not null,          -- messages to be read in all, looking for bots included
  waiting integer not null,         -- of the wanted, those still to be read or read again
  waiting_outside integer not null, -- of the waiting, those outside the sample, whose reply is unknown: read last
  sample_below integer,             -- the sample is the tickets whose rank is lower; null = all
  search_below integer not null,    -- tickets whose rank is lower are read to find out whether a bot answers at all
  bot_start integer,                -- what the row was made from: the brand's bot (epoch ms),
  per_week integer,                 -- the least size of a week's sample (null = all),
  bot_search integer not null,      -- and of a week's search for bots
  primary key (brand_id, week_start)
) strict, without rowid;

-- The first contact of each brand's bot, and the first ticket of an AI agent.
create index conversation_bot on conversation (brand_id, started_at) where bot_involved = 1;
create index conversation_ai_agent on conversation (started_at) where seen_ai_agent = 1;

-- A bot is also known from messages that were read.
update brand set bot_since = (
  select min(c.started_at) from conversation c where c.brand_id = brand.id and c.bot_involved = 1
);
delete from account where key = 'derived_with';
insert or ignore into rollup_dirty (brand_id, day)
  select distinct brand_id, day from conversation where brand_id is not null and source = 'messaging';

-- Every sum is made anew, with contacts that soon follow each other beside them.
insert or ignore into rollup_dirty (brand_id, day)
  select distinct brand_id, day from conversation where brand_id is not null;

-- Holds the whole answer to "how many conversations belong to no brand", which everybody who follows the data health
-- asks every second while rows arrive.
create index conversation_unmapped on conversation (brand_id)
  where brand_id is null and deleted = 0 and kind = 'conversation';

-- Chats of which nobody can say for certain whose they are: a brand's counts before its move may lack them.
create index conversation_brand_unsure on conversation (day, brand_id)
  where (brand_id is null or brand_source = 'default_ticket') and source = 'chat' and deleted = 0 and kind = 'conversation';
-- The first messaging conversation: about when the account could have any.
create index conversation_messaging_first on conversation (started_at)
  where source = 'messaging' and deleted = 0 and import_id is null;

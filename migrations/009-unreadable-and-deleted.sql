-- Tickets whose messages Zendesk no longer has or shows in a form nobody knows: asked for again once the ticket changes.
create table unreadable_detail (
  ticket_id integer primary key,
  generated_at integer not null -- the version of the ticket that was asked for, as in ticket_detail
) strict;

-- Chats Zendesk reports as deleted with nothing but their id, remembered so that an older copy arriving later does not
-- revive them.
create table deleted_chat (
  conversation_id text primary key, -- 'chat:<chat id>', whether or not it is stored
  deleted_at integer not null
) strict;

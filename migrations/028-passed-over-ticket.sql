-- Tickets of messaging channels that no setting names: they enter no figure, and the data health page says so. Counted
-- by number, so that reading a page twice counts once.
create table passed_over_ticket (
  ticket_id integer primary key,
  channel text not null,        -- as Zendesk names it
  started_at integer not null   -- epoch ms
) strict;
create index passed_over_ticket_channel on passed_over_ticket (channel, started_at);

import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** A ticket of a messaging channel that no setting names. */
export type PassedOverTicket = { ticket_id: number; channel: string; started_at: number }

export type PassedOverChannel = {
  channel: string
  tickets: number
  /** Epoch ms: when the first and the latest of them began. */
  first_at: number
  latest_at: number
}

/** Remembers tickets that were passed over; one that is known already is not written. Returns how many were new. */
export function storePassedOverTickets(db: Database, tickets: readonly PassedOverTicket[]): number {
  return inTransaction(db, () => {
    let stored = 0
    for (const ticket of tickets) {
      stored += statement(
        db,
        `insert into passed_over_ticket (ticket_id, channel, started_at) values (:ticket_id, :channel, :started_at)
         on conflict (ticket_id) do nothing`,
      ).run(ticket).changes
    }
    return stored
  })
}

/** Channels whose tickets enter no figure because the settings do not name them, most tickets first. */
export function readPassedOverChannels(
  db: Database,
  messagingChannels: readonly string[],
): PassedOverChannel[] {
  return statement<PassedOverChannel>(
    db,
    `select channel, count(*) as tickets, min(started_at) as first_at, max(started_at) as latest_at
     from passed_over_ticket as passed
     where channel not in (select value from json_each(:channels))
       and not exists (select 1 from deleted_ticket as gone where gone.ticket_id = passed.ticket_id)
     group by channel order by tickets desc, channel`,
  ).all({ channels: JSON.stringify(messagingChannels) })
}

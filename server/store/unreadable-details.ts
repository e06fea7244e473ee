import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { PendingDetail } from './pending-details.ts'
import { markTicketDirty } from './rollup-dirty.ts'

/**
 * Remembers tickets whose messages cannot be had, each at the version that was asked for: until it changes nobody
 * asks again. Returns how many rows changed.
 */
export function storeUnreadableDetails(db: Database, tickets: readonly PendingDetail[]): number {
  return inTransaction(db, () =>
    tickets.reduce((changed, { ticket_id, updated_at }) => {
      markTicketDirty(db, ticket_id)
      return changed + statement(db, upsert).run({ ticket_id, updated_at }).changes
    }, 0),
  )
}

const upsert = `
  insert into unreadable_detail (ticket_id, generated_at) values (:ticket_id, :updated_at)
  on conflict (ticket_id) do update set generated_at = excluded.generated_at
  where excluded.generated_at > unreadable_detail.generated_at`

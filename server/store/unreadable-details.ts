import { writeAccountFact } from './account-facts.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'
import type { PendingDetail } from './pending-details.ts'
import { markTicketDirty } from './rollup-dirty.ts'
import { readAccountFact } from './settings.ts'

const READ_WITH = 'read_with:ticket-details'

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

/** Forgets what could not be read once messages are read in another `form`: that one may understand them. */
export function retryUnreadableDetails(db: Database, form: string): void {
  inTransaction(db, () => {
    if (readAccountFact(db, READ_WITH) === form) return
    const unread = statement<{ ticket_id: number }>(db, 'select ticket_id from unreadable_detail').all()
    for (const { ticket_id } of unread) markTicketDirty(db, ticket_id)
    statement(db, 'delete from unreadable_detail').run()
    writeAccountFact(db, READ_WITH, form)
  })
}

const upsert = `
  insert into unreadable_detail (ticket_id, generated_at) values (:ticket_id, :updated_at)
  on conflict (ticket_id) do update set generated_at = excluded.generated_at
  where excluded.generated_at > unreadable_detail.generated_at`

import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export type PermissionState = 'allowed' | 'refused' | 'absent' | 'unknown' | 'not_configured'

/** What the last check found about one stream, or about the credential itself. `checked_at` is epoch ms. */
export type PermissionCheck = {
  subject: string
  state: PermissionState
  /** Names the sentence in both languages. */
  code: string
  /** What Zendesk said, if anything. */
  detail: string | null
  checked_at: number
}

/** Replaces everything the check before found. */
export function storePermissionChecks(db: Database, checks: readonly PermissionCheck[]): void {
  inTransaction(db, () => {
    statement(db, 'delete from permission_check').run()
    for (const check of checks) {
      statement(
        db,
        `insert into permission_check (subject, state, code, detail, checked_at)
         values (:subject, :state, :code, :detail, :checked_at)`,
      ).run(check)
    }
  })
}

/** In the order in which they were checked: the credential first. */
export function readPermissionChecks(db: Database): PermissionCheck[] {
  return statement<PermissionCheck>(
    db,
    'select subject, state, code, detail, checked_at from permission_check order by rowid',
  ).all()
}

/** The ticket with the highest number, to try a question about a single ticket with; null where none is known. */
export function readLatestTicketId(db: Database): number | null {
  const row = statement<{ ticket_id: number }>(
    db,
    'select ticket_id from conversation where ticket_id is not null and deleted = 0 order by ticket_id desc limit 1',
  ).get()
  return row?.ticket_id ?? null
}

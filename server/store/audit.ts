import type { Database } from './database.ts'
import { statement } from './database.ts'

export type AuditEntry = { at: number; actor: string; action: string; detail: string | null }

/** Adds one line to the record of who did what; lines are never changed. `actor` is an e-mail address or 'system'. */
export function recordAudit(db: Database, entry: AuditEntry): void {
  statement(db, 'insert into audit (at, actor, action, detail) values (:at, :actor, :action, :detail)').run(
    entry,
  )
}

/** The newest entries first. */
export function readAudit(db: Database, limit: number): AuditEntry[] {
  return statement<AuditEntry>(
    db,
    'select at, actor, action, detail from audit order by id desc limit :limit',
  ).all({ limit })
}

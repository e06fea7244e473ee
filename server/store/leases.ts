import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

export type LeaseHolder = { holder: string; host: string; pid: number }
export type LeaseRow = LeaseHolder & { name: string; expires_at: number }

/**
 * Takes or renews a lease until `now + ttlMs` (real epoch ms). True when it is ours afterwards: it was free, run out,
 * ours already, or its process on this host is dead.
 */
export function takeLease(
  db: Database,
  name: string,
  who: LeaseHolder,
  moment: { now: number; ttlMs: number; isAlive: (pid: number) => boolean },
): boolean {
  return inTransaction(db, () => {
    const current = readLease(db, name)
    const isTaken =
      current !== null &&
      current.holder !== who.holder &&
      current.expires_at > moment.now &&
      !(current.host === who.host && !moment.isAlive(current.pid))
    if (isTaken) return false
    statement(
      db,
      `insert into lease (name, holder, host, pid, expires_at) values (:name, :holder, :host, :pid, :expiresAt)
       on conflict (name) do update set holder = excluded.holder, host = excluded.host, pid = excluded.pid, expires_at = excluded.expires_at`,
    ).run({ name, ...who, expiresAt: moment.now + moment.ttlMs })
    return true
  })
}

export function readLease(db: Database, name: string): LeaseRow | null {
  return statement<LeaseRow>(db, 'select * from lease where name = :name').get({ name }) ?? null
}

/** Gives the lease up if it is still ours. */
export function releaseLease(db: Database, name: string, holder: string): void {
  statement(db, 'delete from lease where name = :name and holder = :holder').run({ name, holder })
}

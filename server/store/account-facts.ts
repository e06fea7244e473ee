import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Keeps a fact about the account, or forgets it where it is null; the same one again is not written. */
export function writeAccountFact(db: Database, key: string, value: string | null): void {
  if (value === null) {
    statement(db, 'delete from account where key = :key').run({ key })
    return
  }
  statement(
    db,
    `insert into account (key, value) values (:key, :value)
     on conflict (key) do update set value = excluded.value where value is not excluded.value`,
  ).run({ key, value })
}

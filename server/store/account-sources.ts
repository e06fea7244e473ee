import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Parts of the account that Zendesk may refuse or not have, while everything else is read. */
export const accountSources = ['ticket_fields', 'schedules', 'schedule_holidays', 'article_counts'] as const
export type AccountSource = (typeof accountSources)[number]
/** As the last run found it: refused = 403, absent = 404. */
export type AccountSourceState = 'allowed' | 'refused' | 'absent'

const SOURCE = 'source_state:'

/** Remembers how Zendesk answered for these parts; returns how many of them answered differently before. */
export function storeAccountSources(
  db: Database,
  states: Partial<Record<AccountSource, AccountSourceState>>,
): number {
  let changed = 0
  for (const [source, value] of Object.entries(states)) {
    changed += statement(
      db,
      `insert into account (key, value) values (:key, :value)
       on conflict (key) do update set value = excluded.value where value is not excluded.value`,
    ).run({ key: SOURCE + source, value }).changes
  }
  return changed
}

/** How Zendesk answered for each part when it was last asked; a part never asked for is left out. */
export function readAccountSources(db: Database): Map<AccountSource, AccountSourceState> {
  const rows = statement<{ source: AccountSource; state: AccountSourceState }>(
    db,
    `select substr(key, length(:prefix) + 1) as source, value as state from account
     where substr(key, 1, length(:prefix)) = :prefix order by key`,
  ).all({ prefix: SOURCE })
  return new Map(rows.map(({ source, state }) => [source, state]))
}

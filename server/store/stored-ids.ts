import type { ReconciliationKind } from '../metrics/reconciliation.ts'
import type { Day } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** Kinds that are compared row by row. */
export type ListedKind = Extract<ReconciliationKind, 'ratings' | 'surveys' | 'engagements'>

const storedIn: Record<ListedKind, { rows: string; moment: string }> = {
  ratings: { rows: `from csat_answer where source = 'legacy_rating'`, moment: 'offered_at' },
  surveys: { rows: `from csat_answer where source = 'survey'`, moment: 'offered_at' },
  engagements: { rows: 'from engagement where true', moment: 'started_at' },
}

/** Ids of the rows offered, or begun, between two instants (epoch ms, half-open), by UTC day. */
export function readStoredIds(
  db: Database,
  kind: ListedKind,
  from: number,
  to: number,
): Map<Day, Set<string>> {
  const { rows, moment } = storedIn[kind]
  const byDay = new Map<Day, Set<string>>()
  for (const { id, at } of statement<{ id: string; at: number }>(
    db,
    `select id, ${moment} as at ${rows} and ${moment} >= :from and ${moment} < :to`,
  ).all({ from, to })) {
    const day = dayOf(at, 'UTC')
    const ids = byDay.get(day)
    if (ids) ids.add(id)
    else byDay.set(day, new Set([id]))
  }
  return byDay
}

/** Which of these are stored at all, whatever their day. */
export function findStoredIds(db: Database, kind: ListedKind, ids: readonly string[]): Set<string> {
  const { rows } = storedIn[kind]
  return foundAmong(db, `select id ${rows} and id in (select value from json_each(:ids))`, ids)
}

/** Which of these belong to tickets Zendesk deleted: it may no longer list them. */
export function findIdsOfDeletedTickets(db: Database, kind: ListedKind, ids: readonly string[]): Set<string> {
  const { rows } = storedIn[kind]
  return foundAmong(
    db,
    `select id ${rows} and id in (select value from json_each(:ids))
       and ticket_id in (select ticket_id from deleted_ticket)`,
    ids,
  )
}

function foundAmong(db: Database, sql: string, ids: readonly string[]): Set<string> {
  const rows = statement<{ id: string }>(db, sql).all({ ids: JSON.stringify(ids) })
  return new Set(rows.map(({ id }) => id))
}

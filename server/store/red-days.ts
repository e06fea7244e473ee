import type { ReconciliationKind } from '../metrics/reconciliation.ts'
import { streamsOfKind } from '../metrics/reconciliation.ts'
import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import { WHOLE_ACCOUNT } from './reconciliation.ts'

/** Brand-local days that are not to be believed, by stream. */
export type RedDays = ReadonlyMap<string, ReadonlySet<Day>>

const DAY_MS = 86_400_000
/** A brand without a chat in this many days around a red day had none on it either. */
const CHAT_DAYS_AROUND = 7

/**
 * The red days of a brand. The whole account's days are UTC: each stands for every local day it touches, and a red
 * chat day only for brands that had chats around it.
 */
export function readRedDays(db: Database, brandId: number, zone: string): RedDays {
  const rows = statement<{ kind: ReconciliationKind; brand_id: number; day: Day; days: number }>(
    db,
    `select kind, brand_id, day, days from reconciliation
     where state = 'red' and brand_id in (:brandId, ${WHOLE_ACCOUNT})`,
  ).all({ brandId })
  const byStream = new Map<string, Set<Day>>()
  for (const { kind, brand_id, day: first, days } of rows) {
    for (let i = 0; i < days; i++) {
      const day = addDays(first, i)
      if (brand_id === WHOLE_ACCOUNT && kind === 'chats' && !hadChats(db, brandId, day)) continue
      const local = brand_id === WHOLE_ACCOUNT ? localDaysOf(day, zone) : [day]
      for (const stream of streamsOfKind[kind]) {
        const known = byStream.get(stream) ?? new Set()
        local.forEach((one) => known.add(one))
        byStream.set(stream, known)
      }
    }
  }
  return byStream
}

/** The red days of a figure that is made of these streams. */
export function redDaysOf(red: RedDays, streams: readonly string[]): Set<Day> {
  return new Set(streams.flatMap((stream) => [...(red.get(stream) ?? [])]))
}

function localDaysOf(utcDay: Day, zone: string): Day[] {
  const start = Date.parse(`${utcDay}T00:00:00Z`)
  return [...new Set([dayOf(start, zone), dayOf(start + DAY_MS - 1, zone)])]
}

function hadChats(db: Database, brandId: number, day: Day): boolean {
  const row = statement(
    db,
    `select 1 from conversation
     where brand_id = :brandId and day > :from and day < :to and source = 'chat' limit 1`,
  ).get({ brandId, from: addDays(day, -CHAT_DAYS_AROUND), to: addDays(day, CHAT_DAYS_AROUND) })
  return row !== undefined
}

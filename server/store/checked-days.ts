import type { Day } from '../periods/day.ts'
import { addDays } from '../periods/day.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'

/** The state of every day that was compared with Zendesk's counts; red if any slice of it is. */
export type CheckedDays = ReadonlyMap<Day, 'green' | 'red'>

/** The days of a brand that were checked, or of the whole account: those are UTC days. A week stands on each of its days. */
export function readCheckedDays(db: Database, brandId: number): CheckedDays {
  const rows = statement<{ day: Day; days: number; isRed: 0 | 1 }>(
    db,
    `select day, days, max(state = 'red') as isRed from reconciliation
     where brand_id = :brandId
     group by day, days`,
  ).all({ brandId })
  const states = new Map<Day, 'green' | 'red'>()
  for (const { day: first, days, isRed } of rows)
    for (let i = 0; i < days; i++) {
      const day = addDays(first, i)
      if (isRed === 1) states.set(day, 'red')
      else if (!states.has(day)) states.set(day, 'green')
    }
  return states
}

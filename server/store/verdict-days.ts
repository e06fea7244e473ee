import type { Day } from '../periods/day.ts'
import type { GridKind } from './comparison-cells.ts'
import type { Database } from './database.ts'
import { statement } from './database.ts'
import type { ToldCell } from './report-occasions.ts'

/** Long enough to look a week back over a fortnight in which nothing ran. */
const DAYS_KEPT = 30

export type VerdictDay = { day: Day; cells: ToldCell[] }

export function hasVerdictDay(db: Database, grid: GridKind, day: Day): boolean {
  const sql = 'select 1 from verdict_day where grid = :grid and day = :day'
  return statement(db, sql).get({ grid, day }) !== undefined
}

/** Keeps what the report said on a day; the first to say so is kept, and of the days the newest thirty. */
export function keepVerdictDay(db: Database, grid: GridKind, { day, cells }: VerdictDay): void {
  statement(
    db,
    'insert into verdict_day (grid, day, cells) values (:grid, :day, :cells) on conflict do nothing',
  ).run({ grid, day, cells: JSON.stringify(cells) })
  statement(
    db,
    `delete from verdict_day where grid = :grid and day not in (
       select day from verdict_day where grid = :grid order by day desc limit ${DAYS_KEPT})`,
  ).run({ grid })
}

/** What the report said on each day that is kept, oldest first. */
export function readVerdictDays(db: Database, grid: GridKind): VerdictDay[] {
  return statement<{ day: Day; cells: string }>(
    db,
    'select day, cells from verdict_day where grid = :grid order by day',
  )
    .all({ grid })
    .map(({ day, cells }) => ({ day, cells: JSON.parse(cells) as ToldCell[] }))
}

/** What the report said on the newest day between two, both included; null where nothing was kept. */
export function readVerdictDay(
  db: Database,
  grid: GridKind,
  { from, to }: { from: Day; to: Day },
): VerdictDay | null {
  const row = statement<{ day: Day; cells: string }>(
    db,
    `select day, cells from verdict_day where grid = :grid and day between :from and :to
     order by day desc limit 1`,
  ).get({ grid, from, to })
  return row ? { day: row.day, cells: JSON.parse(row.cells) as ToldCell[] } : null
}

import type { ComparisonState, MetricKey } from '../contract.ts'
import type { Day } from '../periods/day.ts'
import type { GridKind } from './comparison-cells.ts'
import type { Database } from './database.ts'
import { inTransaction, statement } from './database.ts'

/** What a report said of one brand and metric. */
export type ToldCell = {
  brandId: number
  metric: MetricKey
  /** Of the metric's definition: what two definitions say is not compared. */
  version: number
  state: ComparisonState
}

/** What each grid said; null where there is no such grid. */
export type Told = Record<GridKind, readonly ToldCell[] | null> & {
  /** What it was narrowed to, as JSON; left out where it told of all conversations. */
  filter?: string
}

const OCCASIONS_KEPT = 3

/** Writes down what the first mail of an occasion says; the later ones of the same occasion change nothing. */
export function openOccasion(
  db: Database,
  { scheduleId, day, told, now }: { scheduleId: number; day: Day; told: Told; now: number },
): void {
  inTransaction(db, () => {
    statement(
      db,
      `insert into report_occasion (schedule_id, day, opened_at, cells) values (:scheduleId, :day, :now, :cells)
       on conflict do nothing`,
    ).run({ scheduleId, day, now, cells: JSON.stringify(told) })
    statement(
      db,
      `delete from report_occasion where schedule_id = :scheduleId and day not in (
         select day from report_occasion where schedule_id = :scheduleId order by day desc limit ${OCCASIONS_KEPT})`,
    ).run({ scheduleId })
  })
}

/** What the report said the last time before this occasion; null where it said nothing yet. */
export function readToldBefore(db: Database, scheduleId: number, day: Day): Told | null {
  const row = statement<{ cells: string }>(
    db,
    `select cells from report_occasion where schedule_id = :scheduleId and day < :day order by day desc limit 1`,
  ).get({ scheduleId, day })
  return row ? (JSON.parse(row.cells) as Told) : null
}

import type { Comparison, VerdictChange } from '../contract.ts'
import { primaryKeys } from '../metrics/catalog.ts'
import { addDays } from '../periods/day.ts'
import { dayOf } from '../periods/zone.ts'
import type { GridKind } from '../store/comparison-cells.ts'
import { readGrid } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import { readAccountSettings } from '../store/settings.ts'
import { hasVerdictDay, keepVerdictDay, readVerdictDay } from '../store/verdict-days.ts'
import { changesSince, toldOf } from './changes-since.ts'

const WEEK_DAYS = 7

/** Writes down what the report says today, unless that was done today. */
export function noteVerdicts(db: Database, now: number, kind: GridKind): void {
  const day = dayOf(now, readAccountSettings(db).zone)
  if (hasVerdictDay(db, kind, day)) return
  const { cells } = readGrid(db, { brandIds: 'all', metrics: primaryKeys }, kind)
  keepVerdictDay(db, kind, { day, cells: toldOf(cells) })
}

/** Which of these verdicts were others a week ago, or up to two where nothing was computed that day; null = not known. */
export function changesInAWeek(
  db: Database,
  { now, kind, cells }: { now: number; kind: GridKind; cells: readonly Comparison[] },
): { since: string; cells: VerdictChange[] } | null {
  const today = dayOf(now, readAccountSettings(db).zone)
  const before = readVerdictDay(db, kind, {
    from: addDays(today, -2 * WEEK_DAYS),
    to: addDays(today, -WEEK_DAYS),
  })
  return (
    before && {
      since: before.day,
      cells: changesSince(before.cells, cells).map(({ cell, from }) => ({
        brandId: cell.brand.id,
        metric: cell.metric,
        from,
      })),
    }
  )
}

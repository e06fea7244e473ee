import { narrowedCells } from '../../comparison/narrowed-cells.ts'
import { primaryKeys } from '../../metrics/catalog.ts'
import type { GridKind } from '../../store/comparison-cells.ts'
import type { Database } from '../../store/database.ts'
import type { ToldCell } from '../../store/report-occasions.ts'
import type { Told } from '../../store/report-occasions.ts'
import type { ReportSchedule } from '../../store/report-schedules.ts'
import type { Narrowing } from '../told-cells.ts'

type Narrowed = Pick<ReportSchedule, 'filters' | 'metrics' | 'brandIds'>

/** Works out what a schedule is narrowed to, once for each kind of reader and only where it is asked for. */
export function narrowingOf(
  db: Database,
  schedule: Narrowed,
  { ownerBrandIds, now }: { ownerBrandIds: readonly number[]; now: number },
): (grid: GridKind) => Narrowing | null {
  const { filters: filter, metrics } = schedule
  const made = new Map<GridKind, Narrowing>()
  return (grid) => {
    if (filter === null) return null
    const known = made.get(grid)
    if (known) return known
    const brandIds = ownerBrandIds.filter((id) => schedule.brandIds?.includes(id) ?? true)
    const cells = narrowedCells(db, { brandIds, metrics: metrics ?? primaryKeys, filter, grid, now })
    made.set(grid, { filter, cells })
    return { filter, cells }
  }
}

/** What the mail before said of the same conversations; null where it spoke of others, or there was none. */
export function toldOfSame(
  told: Told | null,
  { filters }: Pick<ReportSchedule, 'filters'>,
  grid: GridKind,
): readonly ToldCell[] | null {
  return told !== null && told.filter === filterName(filters) ? told[grid] : null
}

/** Names a filter in what is written down of an occasion. */
export function filterName(filters: ReportSchedule['filters']): string | undefined {
  return filters === null ? undefined : JSON.stringify(filters)
}

import type { ComparisonDetail } from '../contract-detail.ts'
import type { Comparison, SeriesWeek } from '../contract.ts'
import type { GridCell, GridKind, GridRow, GridStamp } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'
import { reportQuestion } from './compare-brands.ts'
import type { AdjustForMix } from './draft.ts'
import type { GridRows } from './grid/grid-of-cells.ts'
import type { RefreshedGrid } from './grid/grid-keeper.ts'
import { GridKeeper } from './grid/grid-keeper.ts'
import { makeCell } from './grid/made-cell.ts'
import { makeGrid } from './grid/make-grid.ts'
import { adjustForMix } from './mix/adjust-for-mix.ts'
import { storedHoldings } from './mix/stored-holdings.ts'
import { readPanel } from './read-panel.ts'

export type Grid = GridStamp & { cells: GridCell[] }

/** Every brand and metric in one family, with the weekly series behind each cell. */
export function computeGrid(db: Database, now: number, kind: GridKind = 'shared'): Grid {
  const { stamp, rows } = gridRows(db, now, kind)
  return { ...stamp, cells: rows.map(cellOfRow) }
}

/** The same as it is stored. */
export function gridRows(db: Database, now: number, kind: GridKind = 'shared'): GridRows {
  const panel = readPanel(db, { ...reportQuestion(now), ownWeeksOnly: kind === 'own_weeks' })
  const readKinds = storedHoldings(db)
  const adjust: AdjustForMix = (moved, rung) => adjustForMix(moved, rung, readKinds)
  return makeGrid(panel, (brand, metric) => makeCell(panel, brand, metric, adjust))
}

function cellOfRow({ cell, series, basis, detail }: GridRow): GridCell {
  return {
    cell: JSON.parse(cell) as Comparison,
    series: JSON.parse(series) as SeriesWeek[],
    basis,
    detail: detail === null ? null : (JSON.parse(detail) as ComparisonDetail),
  }
}

/** Computes the whole grid and stores it; for once: what runs again and again has a `GridKeeper`. */
export function refreshGrid(
  db: Database,
  now: number,
  isScopeStrict?: boolean,
): Pick<RefreshedGrid, 'cells'> {
  const { cells } = new GridKeeper().refresh(db, now, isScopeStrict)
  return { cells }
}

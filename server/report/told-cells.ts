import type { NarrowedCell } from '../comparison/narrowed-cells.ts'
import { cellsInScope } from '../comparison/detail/detail-in-scope.ts'
import type { Comparison, MetricKey, QuestionFilter, SeriesWeek } from '../contract.ts'
import { readCellControls } from '../store/cell-controls.ts'
import type { GridKind, StoredGrid } from '../store/comparison-cells.ts'
import type { Database } from '../store/database.ts'

/** Which brands somebody is told of, and how. */
export type ReaderScope = {
  brandIds: readonly number[]
  /** Which of the grids they read. */
  grid: GridKind
  /** Every brand they may see, whether they are told of it or not. */
  visible: 'all' | readonly number[]
}

/** Conversations a report is narrowed to, and what was worked out of these for all brands of the report. */
export type Narrowing = { filter: QuestionFilter; cells: readonly NarrowedCell[] }

export type ToldFigure = { cell: Comparison; whole: Comparison | null; weeks: SeriesWeek[] }

/** The figures a reader is told, by brand and metric; those of a filter with the whole brand's verdict beside them. */
export function toldFigures(
  db: Database,
  grid: StoredGrid,
  scope: ReaderScope,
  narrowing: Narrowing | null,
): Map<string, ToldFigure> {
  const whole = inScope(grid.cells, scope, () => readCellControls(db, scope.brandIds))
  const told = new Map<string, ToldFigure>()
  if (narrowing === null) {
    whole.forEach((cell, index) => {
      told.set(keyOf(cell), { cell, whole: null, weeks: grid.series[index].weeks })
    })
    return told
  }
  const known = new Map(whole.map((cell) => [keyOf(cell), cell]))
  const narrowed = narrowing.cells.filter(({ cell }) => scope.brandIds.includes(cell.brand.id))
  const cells = inScope(
    narrowed.map(({ cell }) => cell),
    scope,
    () =>
      narrowed.map(({ cell, controlIds }) => ({ brandId: cell.brand.id, metric: cell.metric, controlIds })),
  )
  cells.forEach((cell, index) => {
    told.set(keyOf(cell), { cell, whole: known.get(keyOf(cell)) ?? null, weeks: narrowed[index].weeks })
  })
  return told
}

export function keyOfFigure(brandId: number, metric: MetricKey): string {
  return `${brandId} ${metric}`
}

function keyOf({ brand, metric }: Comparison): string {
  return keyOfFigure(brand.id, metric)
}

/** Whoever sees all brands sees every comparison brand; under strict scope there are none. */
function inScope(
  cells: readonly Comparison[],
  { grid, visible }: ReaderScope,
  readControls: () => Parameters<typeof cellsInScope>[1],
): readonly Comparison[] {
  return grid === 'own_weeks' || visible === 'all' ? cells : cellsInScope(cells, readControls(), visible)
}

import { cellsInScope } from '../comparison/detail/detail-in-scope.ts'
import { gridFor } from '../comparison/grid-for.ts'
import type { Context } from '../context.ts'
import type { Comparison, MetricKey } from '../contract.ts'
import { readCellControls } from '../store/cell-controls.ts'
import { readGrid } from '../store/comparison-cells.ts'
import type { Person } from '../store/people.ts'
import { seesAllBrands } from '../store/people.ts'
import { brandsInScope } from './brand-scope.ts'

/** The report's cells of some brands and metrics as this person may read them, and how far the report's data reach. */
export function reportCells(
  ctx: Context,
  person: Person,
  brandIds: readonly number[],
  metrics: readonly MetricKey[],
): { asOf: string | null; dataCompleteTo: string | null; comparisons: Comparison[] } {
  const kind = gridFor(ctx, person)
  const { cells, asOf, dataCompleteTo } = readGrid(ctx.db, { brandIds, metrics }, kind)
  // Whoever sees all brands sees every comparison brand.
  const controls = kind === 'own_weeks' || seesAllBrands(person) ? [] : readCellControls(ctx.db, brandIds)
  return {
    asOf,
    dataCompleteTo,
    comparisons: cellsInScope(cells, controls, brandsInScope(ctx, person, 'all')),
  }
}

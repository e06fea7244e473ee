import type { Comparison, ComparisonState } from '../contract.ts'
import type { ToldCell } from '../store/report-occasions.ts'

/** What is written down of verdicts, so that one can tell later what is new. */
export function toldOf(cells: readonly Comparison[]): ToldCell[] {
  return cells.map(({ brand, metric, metricVersion, state }) => ({
    brandId: brand.id,
    metric,
    version: metricVersion,
    state,
  }))
}

/**
 * Verdicts that differ from those of another time. Only like is compared with like: a brand or metric that was not told
 * then, or was told by another definition, is no change.
 */
export function changesSince<Cell extends Comparison>(
  before: readonly ToldCell[],
  cells: readonly Cell[],
): { cell: Cell; from: ComparisonState }[] {
  const keyOf = (brandId: number, metric: string, version: number) => `${brandId} ${metric} ${version}`
  const told = new Map(
    before.map(({ brandId, metric, version, state }) => [keyOf(brandId, metric, version), state]),
  )
  return cells.flatMap((cell) => {
    const from = told.get(keyOf(cell.brand.id, cell.metric, cell.metricVersion))
    return from === undefined || from === cell.state ? [] : [{ cell, from }]
  })
}

import type { Comparison } from '../contract.ts'
import type { ToldCell } from '../store/report-occasions.ts'
import type { ReportCell, VerdictChange } from './report.ts'

/** What is written down of a report, so that the next one can tell what is new. */
export function toldOf(cells: readonly Comparison[]): ToldCell[] {
  return cells.map(({ brand, metric, metricVersion, state }) => ({
    brandId: brand.id,
    metric,
    version: metricVersion,
    state,
  }))
}

/**
 * Verdicts that differ from those of the mail before. Only like is compared with like: a brand or metric that was not
 * told, or was told by another definition, is no change.
 */
export function changesSince(before: readonly ToldCell[], cells: readonly ReportCell[]): VerdictChange[] {
  const keyOf = (brandId: number, metric: string, version: number) => `${brandId} ${metric} ${version}`
  const told = new Map(
    before.map(({ brandId, metric, version, state }) => [keyOf(brandId, metric, version), state]),
  )
  return cells.flatMap((cell) => {
    const from = told.get(keyOf(cell.brand.id, cell.metric, cell.metricVersion))
    return from === undefined || from === cell.state ? [] : [{ cell, from }]
  })
}

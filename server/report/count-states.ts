import type { ComparisonState } from '../contract.ts'
import type { ReportBrand } from './report.ts'

/** How many figures of the brands stand where. */
export function countStates(brands: readonly ReportBrand[]): Record<ComparisonState, number> {
  const counts: Record<ComparisonState, number> = {
    improved: 0,
    worse: 0,
    higher: 0,
    lower: 0,
    no_clear_change: 0,
    not_enough_data: 0,
    not_comparable: 0,
  }
  for (const { rows } of brands) for (const { cell } of rows) counts[cell.state] += 1
  return counts
}

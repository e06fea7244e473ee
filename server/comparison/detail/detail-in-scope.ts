import type { ComparisonDetail } from '../../contract-detail.ts'
import type { Comparison, MetricKey } from '../../contract.ts'
import { reasonOf } from '../../text/reasons.ts'

/** The brands a cell was compared with; cells that were compared with none have no entry. */
export type CellControls = { brandId: number; metric: MetricKey; controlIds: readonly number[] }

/** Cells for a reader who sees only some brands: the verdicts are the same for everybody, and say so. */
export function cellsInScope(
  comparisons: readonly Comparison[],
  controls: readonly CellControls[],
  visible: readonly number[],
): Comparison[] {
  const hidden = controls.filter(({ controlIds }) => !areVisible(controlIds, visible))
  const keys = new Set(hidden.map(({ brandId, metric }) => `${brandId} ${metric}`))
  return comparisons.map((cell) => (keys.has(`${cell.brand.id} ${cell.metric}`) ? withReason(cell) : cell))
}

/**
 * A cell with what stands behind it, for a reader who sees only some brands: the verdict is the same for everybody, but
 * the comparison brands are drawn and named only for whoever may see all of them.
 */
export function detailInScope(
  comparison: Comparison,
  detail: ComparisonDetail | null,
  visible: readonly number[],
): { comparison: Comparison; detail: ComparisonDetail | null } {
  const controlIds = detail?.controls?.map(({ id }) => id) ?? []
  if (areVisible(controlIds, visible)) return { comparison, detail }
  return {
    comparison: withReason(comparison),
    // The distance to the comparison brands would give their course away: the brand's own is known.
    detail: detail && {
      ...detail,
      controls: null,
      course: null,
      withoutControl: null,
      eventStudy: null,
      synthetic: null,
    },
  }
}

function areVisible(controlIds: readonly number[], visible: readonly number[]): boolean {
  return controlIds.every((id) => visible.includes(id))
}

function withReason(comparison: Comparison): Comparison {
  return { ...comparison, reasons: [...comparison.reasons, reasonOf('controls_outside_access', {})] }
}

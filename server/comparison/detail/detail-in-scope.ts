import type { ComparisonDetail } from '../../contract-detail.ts'
import type { Comparison } from '../../contract.ts'
import { reasonOf } from '../../text/reasons.ts'

/**
 * A cell with what stands behind it, for a reader who sees only some brands: the verdict is the same for everybody, but
 * the comparison brands are drawn and named only for whoever may see all of them.
 */
export function detailInScope(
  comparison: Comparison,
  detail: ComparisonDetail | null,
  visible: readonly number[],
): { comparison: Comparison; detail: ComparisonDetail | null } {
  if (detail?.controls?.every(({ id }) => visible.includes(id)) ?? true) return { comparison, detail }
  return {
    comparison: {
      ...comparison,
      reasons: [...comparison.reasons, reasonOf('controls_outside_access', {})],
    },
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

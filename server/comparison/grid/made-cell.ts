import type { MetricDefinition } from '../../metrics/definition.ts'
import type { BrandFacts } from '../brand-facts.ts'
import { detailOf } from '../detail/comparison-detail.ts'
import { withSensitivity } from '../detail/sensitivity.ts'
import { draftComparison } from '../draft-comparison.ts'
import type { AdjustForMix } from '../draft.ts'
import { finishComparison } from '../finish-comparison.ts'
import type { Panel } from '../panel.ts'
import { basisOf } from '../pooling/cell-basis.ts'

/**
 * Everything that can be said of one brand and metric by itself, as the JSON it is stored as: whether its estimate is
 * sure among all others is all that is left open, so both answers are there.
 */
export type MadeCell = {
  /** Null of a cell without an estimate. */
  p: number | null
  cell: { sure: string; unsure: string }
  detail: string | null
  basis: string | null
}

/** @param brand one of the panel's */
export function makeCell(
  panel: Panel,
  brand: BrandFacts,
  metric: MetricDefinition,
  adjust: AdjustForMix,
): MadeCell {
  const draft = draftComparison({ panel, brand, metric, adjust })
  if (draft.kind === 'settled') {
    const text = JSON.stringify(draft.comparison)
    return { p: null, cell: { sure: text, unsure: text }, detail: null, basis: null }
  }
  const detail = JSON.stringify(detailOf(draft))
  const basis = basisOf(draft)
  // An adjusted p counts by its side of the limit alone: 0 and 1 stand for all of them.
  const finished = (adjustedP: number) =>
    JSON.stringify(withSensitivity(finishComparison(draft, adjustedP), draft))
  return {
    p: draft.rung.p,
    cell: { sure: finished(0), unsure: finished(1) },
    detail,
    basis: basis && JSON.stringify(basis),
  }
}

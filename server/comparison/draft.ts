import type { Comparison, Reason } from '../contract.ts'
import type { MetricDefinition } from '../metrics/definition.ts'
import type { BrandFacts } from './brand-facts.ts'
import type { Check } from './ladder/checks.ts'
import type { Rung } from './ladder/climb.ts'
import type { MovedBrand } from './ladder/moved-brand.ts'
import type { Staggered } from './ladder/staggered.ts'
import type { MixAnswer } from './mix/adjust-for-mix.ts'
import type { Panel } from './panel.ts'
import type { ResponseBounds } from './response-bounds.ts'
import type { Bin } from './windows.ts'

/** One brand and one metric. */
export type DraftQuestion = {
  panel: Panel
  brand: BrandFacts
  metric: MetricDefinition
  /** The same comparison with the same mix of questions on both sides. */
  adjust: AdjustForMix
  /** What may speak against a comparison with other brands; unless told, all that is known. */
  check?: CheckStaggered
}
export type CheckStaggered = (moved: MovedBrand, found: Staggered) => Check[]
export type AdjustForMix = (moved: MovedBrand, rung: Rung) => MixAnswer
/** A cell as far as it can be made alone: an estimate becomes a verdict only beside the others of its report. */
export type Draft = { kind: 'settled'; comparison: Comparison } | EstimatedDraft
export type EstimatedDraft = {
  kind: 'estimated'
  moved: MovedBrand
  comparison: Comparison
  rung: Rung
  /** The two windows beside each other, where another rung carries the verdict. */
  windows(): Rung | null
  checks: readonly Check[]
  mix: MixAnswer
  bounds: ResponseBounds | null
  /** Brands that had not moved changed in the same direction. */
  everyoneMoved: boolean
}
/** Says which days of some weeks were not used. */
export type LeftOut = (sides: readonly (readonly Bin[])[]) => Reason[]

export function settled(comparison: Comparison): Draft {
  return { kind: 'settled', comparison }
}

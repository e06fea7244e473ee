import type { DistributionAnswer } from '../../contract-distribution.ts'
import type { WindowValue } from '../../contract.ts'
import { binStarts } from '../../statistics/duration-bins.ts'
import type { Database } from '../../store/database.ts'
import type { CellQuestion } from '../answer-cell.ts'
import { measureBrands } from '../compare-brands.ts'
import { windowMadeOf } from '../window-values.ts'
import type { SpreadSide } from './spread-side.ts'
import { spreadSide } from './spread-side.ts'

/** Of a metric that is a duration. */
export type DistributionQuestion = CellQuestion
export type DistributionFound = Pick<DistributionAnswer, 'brand' | 'bins' | 'before' | 'after' | 'now'>

/**
 * How the durations of a figure's windows were spread, over the same days as the figure. Null for a brand that is not
 * there.
 */
export function answerDistribution(
  db: Database,
  { brandId, metric, ...asked }: DistributionQuestion,
): DistributionFound | null {
  const measured = measureBrands(db, { brandIds: [brandId], metrics: [metric], ...asked }).at(0)
  if (!measured) return null
  const { comparison } = measured.draft
  const before = sideOf(comparison.before)
  const after = sideOf(comparison.after)
  const now = comparison.after === null ? sideOf(comparison.now) : null
  const used = usedBins([before, after, now])
  const cut = (side: SpreadSide | null) => side && { ...side, counts: side.counts.slice(used.from, used.to) }
  return {
    brand: measured.brand.brand,
    bins: binStarts
      .map((from, bin) => ({ from, to: binStarts.at(bin + 1) ?? null }))
      .slice(used.from, used.to),
    before: cut(before),
    after: cut(after),
    now: cut(now),
  }
}

function sideOf(window: WindowValue | null): SpreadSide | null {
  return window && spreadSide(window, windowMadeOf(window))
}

/** From the first bin that any side uses to the one after the last; empty where none is used. */
function usedBins(sides: readonly (SpreadSide | null)[]): { from: number; to: number } {
  const used = binStarts.map((_, bin) => sides.some((side) => side !== null && side.counts[bin].n > 0))
  return { from: Math.max(0, used.indexOf(true)), to: used.lastIndexOf(true) + 1 }
}

import type { Effect } from '../../contract.ts'
import { estimateWindows, shownEffect } from '../estimate-windows.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import { falseDiscoveryRate, marginOnScale } from '../verdict.ts'
import { weeklyValues } from '../weekly-values.ts'

/** Weeks on each side. */
export const weeksBeside = 4

/**
 * What changed between the first weeks after the ramp and the latest ones, where that is sure and worth calling: the
 * novelty of a channel wears off. Null where it did not, or the weeks are too few to tell.
 */
export function changeSinceFirstWeeks(moved: MovedBrand): Effect | null {
  const { metric, facts, bins, minimumWeekly } = moved
  if (bins.after.length < 2 * weeksBeside) return null
  const [first, latest] = [bins.after.slice(0, weeksBeside), bins.after.slice(-weeksBeside)]
  const { before, after } = weeklyValues(facts, first, latest, 1)
  const values = [...before, ...after]
  if (values.length < 2 * weeksBeside || values.some(({ n }) => n < minimumWeekly)) return null
  // Mostly there is nothing more to look at.
  const levels = (side: typeof before) => side.reduce((sum, { level }) => sum + level, 0) / side.length
  if (Math.abs(levels(after) - levels(before)) < 0.75 * marginOnScale(metric)) return null
  const { effect, p } = estimateWindows(metric.kind, { before, after, weeks: weeksBeside })
  const isSure = p < falseDiscoveryRate && (effect.low > 0 || effect.high < 0)
  if (!isSure || Math.abs(effect.estimate) < marginOnScale(metric)) return null
  return shownEffect(effect, metric.scale)
}

import type { Comparison, Effect, Language, MetricDescription } from '../contract.ts'
import { isJudgedState } from './verdicts.ts'

export type JudgedComparison = Comparison & { effect: Effect }
/** How far the order of the brands may be read as a ranking. */
export type OrderCertainty = 'ranked' | 'clear' | 'overlapping' | 'mixed' | 'single' | 'none'
export type ForestOrder = {
  rows: JudgedComparison[]
  certainty: OrderCertainty
  /** Brands whose range overlaps with no other. */
  clear: JudgedComparison[]
}

/**
 * Brands with an effect in the order in which they may be shown: by effect, the better one first, only where no two
 * ranges overlap; else by name. Estimates against what was expected are not ranked among plain befores and afters.
 */
export function orderForest(
  comparisons: readonly Comparison[],
  { better }: Pick<MetricDescription, 'better'>,
  language: Language,
): ForestOrder {
  const rows = comparisons.filter(isJudged)
  const byName = rows.toSorted((a, b) => new Intl.Collator(language).compare(a.brand.name, b.brand.name))
  if (rows.length === 0) return { rows: [], certainty: 'none', clear: [] }
  if (rows.length === 1) return { rows, certainty: 'single', clear: [] }
  const isPlain = rows.filter(({ method }) => method === 'windows').length
  if (isPlain > 0 && isPlain < rows.length) return { rows: byName, certainty: 'mixed', clear: [] }
  const clear = byName.filter((row) =>
    rows.every((other) => other === row || !overlap(row.effect, other.effect)),
  )
  if (clear.length < rows.length)
    return { rows: byName, certainty: clear.length === 0 ? 'overlapping' : 'clear', clear }
  const sign = better === 'up' ? -1 : 1
  const byEffect = rows.toSorted((a, b) => sign * (a.effect.value - b.effect.value))
  return { rows: byEffect, certainty: 'ranked', clear }
}

/** True for a comparison whose effect was judged. */
export function isJudged(comparison: Comparison): comparison is JudgedComparison {
  const { effect, state } = comparison
  return effect !== null && isJudgedState(state)
}

/** True where a change is large and sure enough to be named. */
export function isCalled(comparison: Comparison): boolean {
  return isJudged(comparison) && comparison.state !== 'no_clear_change'
}

function overlap(one: Effect, other: Effect): boolean {
  return one.low <= other.high && other.low <= one.high
}

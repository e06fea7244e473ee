import type { PooledComparison } from '../../contract.ts'
import { catalog } from '../../metrics/catalog.ts'
import type { MetricDefinition } from '../../metrics/definition.ts'
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg.ts'
import { designCorrelation } from '../../statistics/design-correlation.ts'
import type { Heterogeneity } from '../../statistics/heterogeneity.ts'
import { heterogeneity } from '../../statistics/heterogeneity.ts'
import type { PooledEffect } from '../../statistics/pool-effects.ts'
import { poolEffects } from '../../statistics/pool-effects.ts'
import type { PooledFinding } from '../../text/pooled-findings.ts'
import { pooledSentenceFor } from '../../text/pooled-sentences.ts'
import { shownEffect } from '../estimate-windows.ts'
import { falseDiscoveryRate, verdictOf } from '../verdict.ts'
import type { CellBasis } from './cell-basis.ts'

type Pool = {
  metric: MetricDefinition
  cells: readonly CellBasis[]
  effect: PooledEffect
  between: Heterogeneity | null
}

/** With one brand there is nothing to pool, and its own figure would be given away. */
const LEAST_BRANDS = 2
/** Brands are said to differ from where half of what sets them apart is more than chance. */
const DIFFERING = 0.5

/**
 * The answer over all moved brands a reader may see, for each primary metric: the mean of their effects. Estimates
 * against what was to be expected are never mixed with plain windows; these are pooled only where there is nothing
 * better. Below two brands nothing is said.
 */
export function poolCells(bases: readonly CellBasis[]): PooledComparison[] {
  const pools = catalog.filter(({ primary }) => primary).flatMap((metric) => poolOf(metric, bases) ?? [])
  const adjusted = benjaminiHochberg(pools.map(({ effect }) => effect.p))
  return pools.map((pool, i) => answerOf(pool, adjusted[i]))
}

function poolOf(metric: MetricDefinition, bases: readonly CellBasis[]): Pool | null {
  const own = bases.filter(({ metric: key, standardError }) => key === metric.key && standardError > 0)
  const causal = own.filter(({ method }) => method !== 'windows')
  const cells = causal.length >= LEAST_BRANDS ? causal : own.filter(({ method }) => method === 'windows')
  if (cells.length < LEAST_BRANDS) return null
  const correlation = designCorrelation(cells.map(({ weights }) => weights))
  return { metric, cells, effect: poolEffects(cells), between: heterogeneity(cells, correlation) }
}

function answerOf({ metric, cells, effect, between }: Pool, adjustedP: number): PooledComparison {
  const { scale } = metric
  const verdict = verdictOf({ effect, adjustedP, scale, margin: metric.margin, better: metric.better })
  const grade = cells.map((cell) => cell.grade).sort()[cells.length - 1]
  const shown = shownEffect(effect, scale)
  const further = between?.furtherBrand ? spanOf(shownEffect(between.furtherBrand, scale)) : null
  const differing = between === null ? null : between.iSquared
  return {
    metric: metric.key,
    brands: cells.length,
    effect: shown,
    state: verdict.state,
    grade,
    differing,
    furtherBrand: further,
    sentence: pooledSentenceFor({ metric }, findingOf()),
  }

  function findingOf(): PooledFinding {
    const estimates = cells.map(({ estimate }) => estimate)
    const estimate = {
      effect: shown,
      brands: cells.length,
      comparedWith: cells[0].method === 'windows' ? ('before' as const) : ('expected' as const),
      grade,
      spread:
        differing !== null && differing >= DIFFERING
          ? spanOf(
              shownEffect({ estimate: 0, low: Math.min(...estimates), high: Math.max(...estimates) }, scale),
            )
          : null,
      further,
    }
    if (verdict.because === 'called') return { ...estimate, state: verdict.state }
    const isCertainAlone = effect.p < falseDiscoveryRate
    const because =
      verdict.because === 'cannot_tell' && isCertainAlone ? ('many_figures' as const) : verdict.because
    return { ...estimate, state: 'no_clear_change', because }
  }
}

function spanOf({ low, high, unit }: NonNullable<PooledComparison['effect']>): {
  low: number
  high: number
  unit: 'ratio' | 'points'
} {
  return { low, high, unit }
}

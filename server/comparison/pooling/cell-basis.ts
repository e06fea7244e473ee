import type { ComparisonMethod, EvidenceGrade, MetricKey } from '../../contract.ts'
import type { Day } from '../../periods/day.ts'
import { addDays, daysBetween } from '../../periods/day.ts'
import type { DesignWeight } from '../../statistics/design-correlation.ts'
import { levelShiftWeights } from '../../statistics/design-correlation.ts'
import type { EstimatedDraft } from '../draft.ts'
import type { Staggered } from '../ladder/staggered.ts'
import { gates } from '../mix/gates.ts'
import { boundsAgree } from '../response-bounds.ts'
import type { WeeklyValue } from '../weekly-values.ts'

/** What a figure over several brands needs of one brand's cell. */
export type CellBasis = {
  brandId: number
  metric: MetricKey
  method: ComparisonMethod
  grade: EvidenceGrade
  /** On the metric's scale. */
  estimate: number
  standardError: number
  weights: DesignWeight[]
}

const FIRST_DAY: Day = '2000-01-03'

/**
 * The estimate, its error and its weight on every week of every brand. Where the mix of questions accounts for the
 * change, the estimate is that with an even mix: what is not called at the brand must not be called over all of them.
 * Null where other people answered than before.
 */
export function basisOf({ moved, rung, mix, bounds, comparison }: EstimatedDraft): CellBasis | null {
  const points = rung.effect.estimate * 100
  if (bounds !== null && !boundsAgree(bounds, points)) return null
  const isSure = rung.effect.low > 0 || rung.effect.high < 0
  const isOfMix = isSure && mix.kind === 'adjusted' && gates(rung.effect, mix.effect)
  const effect = isOfMix ? mix.effect : rung.effect
  const { before, after } = rung.sample
  const brandId = moved.brand.brand.id
  return {
    brandId,
    metric: moved.metric.key,
    method: rung.method,
    grade: comparison.grade ?? 'D',
    estimate: effect.estimate,
    standardError: (effect.high - effect.low) / (2 * 1.96),
    weights: rung.staggered
      ? staggeredWeights(brandId, moved.around.cutover, rung.staggered)
      : levelShiftWeights(brandId, before.map(dayNumberOf), after.map(dayNumberOf)),
  }
}

function staggeredWeights(brandId: number, cutover: Day, { answer, axis }: Staggered): DesignWeight[] {
  const weeksAt = new Map(axis.steps.map(({ position, weeks }) => [position, weeks]))
  return answer.weights.flatMap(({ series, week, weight }) => {
    const weeks = weeksAt.get(week) ?? []
    // A value of two weeks counts half in each.
    return weeks.map((one) => ({
      series: series === 'treated' ? brandId : series,
      day: dayNumber(addDays(cutover, one * 7)),
      weight: weight / weeks.length,
    }))
  })
}

function dayNumberOf({ from }: WeeklyValue): number {
  return dayNumber(from)
}

function dayNumber(day: Day): number {
  return daysBetween(FIRST_DAY, day)
}

import type { MetricKey } from '../../contract.ts'
import type { Interval } from '../../statistics/interval.ts'
import type { HoursChange } from '../../text/reasons-hours.ts'
import type { MixDimension, MixObstacle } from '../../text/reasons-mix.ts'
import { changedHours, ofOpeningHours } from '../guards/working-hours.ts'
import type { Rung } from '../ladder/climb.ts'
import type { MovedBrand } from '../ladder/moved-brand.ts'
import { sampleWeights } from '../sample-weights.ts'
import { adjustedGap, adjustedLine } from './adjusted-series.ts'
import type { AdjustedSeries } from './adjusted-series.ts'
import { adjustedWindows } from './adjusted-windows.ts'
import type { BrandMix } from './brand-mix.ts'
import { brandMix } from './brand-mix.ts'
import type { HoldingsOf, ReadKinds } from './read-strata.ts'

export type MixAnswer =
  /** No mix to adjust for: a number or a ratio, one kind of conversation only, or nothing known of the kinds. */
  | { kind: 'not_applicable'; hours?: HoursChange }
  /** There is a mix, and no figure with the same on both sides. */
  | { kind: 'not_possible'; because: MixObstacle; hours?: HoursChange }
  /** `overlap`: share of the conversations that have a counterpart on the other side, on the side where it is smaller. */
  | { kind: 'too_different'; overlap: number; leftOut: MixDimension[] }
  /** The brand works at other hours than before, of a metric about hours. */
  | { kind: 'other_hours'; hours: HoursChange }
  | {
      kind: 'adjusted'
      hours?: HoursChange
      /** On the metric's scale, of the rung's own method and weeks. */
      effect: Interval
      overlap: number
      /** Dimensions that are known of too few conversations to be looked at. */
      leftOut: MixDimension[]
      /** Largest share of the weight of which a week holds no conversation. */
      missingWeight: number
      /** The adjusted weeks do not stand for the whole mix. */
      isPartial: boolean
    }

const MOST_MISSING = 0.1
/** When customers write is what the metric asks: with the same times on both sides nothing would be left of it. */
const ASKS_WHEN: MetricKey = 'out_of_hours_share'

/**
 * What a rung's estimate would be if every week had held the same mix of conversations: by language, topic, quarter of
 * the day, and weekday or weekend. Two windows are both brought to their common mix; in a weekly series every brand
 * keeps its own, the controls too.
 * @example adjustForMix(moved, rung, storedHoldings(db))
 */
export function adjustForMix(moved: MovedBrand, rung: Rung, readKinds: ReadKinds): MixAnswer {
  const { before, after } = rung.sample
  const [first, last] = [before.at(0), after.at(-1)]
  const hours = first && last ? changedHours(moved, readKinds, { from: first.from, to: last.to }) : null
  if (hours === null) return adjustWithinHours(moved, rung, readKinds)
  if (ofOpeningHours.includes(moved.metric.key)) return { kind: 'other_hours', hours }
  const answer = adjustWithinHours(moved, rung, readKinds)
  return answer.kind === 'too_different' ? answer : { ...answer, hours }
}

function adjustWithinHours(moved: MovedBrand, rung: Rung, readKinds: ReadKinds): MixAnswer {
  const { brand, metric, family } = moved
  const { before, after } = rung.sample
  const { kind } = metric
  const from = before[0]?.from
  const to = after.at(-1)?.to
  if ((kind !== 'rate' && kind !== 'duration') || metric.key === ASKS_WHEN) return { kind: 'not_applicable' }
  if (from === undefined || to === undefined) return { kind: 'not_applicable' }
  const holdingsOf = (brandId: number) => readKinds(brandId, metric.key, family, from, to)
  const mix = brandMix(holdingsOf(brand.brand.id), { before, after })
  if (mix === null) return { kind: 'not_applicable' }
  const { plan, leftOut } = mix
  const overlap = Math.min(plan.overlap.before, plan.overlap.after)
  if (plan.state === 'mix_too_different') return { kind: 'too_different', overlap, leftOut }
  if (plan.state !== 'ready') return { kind: 'not_applicable' }
  const adjusted = adjustedBy(kind, moved, rung, mix, holdingsOf)
  if (adjusted === null)
    return { kind: 'not_possible', because: rung.method === 'windows' ? 'unfinished' : 'too_few_weeks' }
  const { effect, missingWeight } = adjusted
  return {
    kind: 'adjusted',
    effect,
    overlap,
    leftOut,
    missingWeight,
    isPartial: missingWeight > MOST_MISSING,
  }
}

/** Layer by layer as the rung was reached. */
function adjustedBy(
  kind: 'duration' | 'rate',
  moved: MovedBrand,
  rung: Rung,
  mix: BrandMix,
  holdingsOf: HoldingsOf,
): AdjustedSeries | null {
  if (rung.staggered) return adjustedGap(kind, moved, rung, rung.staggered, mix, holdingsOf)
  if (rung.interrupted) return adjustedLine(kind, moved, rung, rung.interrupted, mix)
  const weights = sampleWeights(moved.metric, moved.brand.details, rung.sample)
  const effect = adjustedWindows(kind, rung.sample, mix, weights)
  // Over a whole window every stratum holds something on both sides.
  return effect && { effect, missingWeight: 0 }
}

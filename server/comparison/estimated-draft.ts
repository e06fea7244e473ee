import type { Comparison, Reason, WindowValue } from '../contract.ts'
import { daysBetween } from '../periods/day.ts'
import { reasonOf } from '../text/reasons.ts'
import { notComparable } from './comparison-cell.ts'
import type { DailyFacts } from './daily-facts.ts'
import type { Draft, DraftQuestion } from './draft.ts'
import { settled } from './draft.ts'
import { shownEffect } from './estimate-windows.ts'
import type { Check } from './ladder/checks.ts'
import { checksOf } from './ladder/checks.ts'
import type { Rung } from './ladder/climb.ts'
import { windowsOf } from './ladder/climb.ts'
import { hasEveryoneMoved } from './ladder/everyone-moved.ts'
import { capped, gradeOf } from './ladder/grade.ts'
import type { MovedBrand } from './ladder/moved-brand.ts'
import { once } from './once.ts'
import { longestRampDays } from './measure-ramp.ts'
import type { MixAnswer } from './mix/adjust-for-mix.ts'
import type { ResponseBounds } from './response-bounds.ts'
import { responseBounds } from './response-bounds.ts'
import { sampleWeights } from './sample-weights.ts'
import { sumsOf, windowValue } from './window-values.ts'

/** Weeks before the move from which on a brand's own line is carried forward. */
const LEAST_FOR_TREND = 10

/** The cell without windows, and with both of them as they are, where no estimate names its own. */
type Cells = { blank: Comparison; whole(): Comparison }
/** What was found beside the estimate. */
type Beside = {
  /** For satisfaction: who was asked. */
  asked: DailyFacts | null
  /** Other conversations than before reach a person: costs a grade. */
  othersReachAgents: boolean
  remarks: readonly Reason[]
}

/** The cell of an estimate: its windows, what was to be expected, how much it bears, and what to say beside it. */
export function estimatedDraft(
  { adjust, check = checksOf }: Pick<DraftQuestion, 'adjust' | 'check'>,
  moved: MovedBrand,
  { blank, whole }: Cells,
  rung: Rung,
  { asked, othersReachAgents, remarks }: Beside,
): Draft {
  const { metric, facts, brand } = moved
  const { before, after, weeks } = rung.sample
  const mix = adjust(moved, rung)
  if (mix.kind === 'too_different')
    return settled(
      notComparable(metric, { ...whole(), fairness: 'none' }, 'mix_too_different', { overlap: mix.overlap }),
    )
  if (mix.kind === 'other_hours')
    return settled(notComparable(metric, whole(), 'opening_hours_changed', mix.hours))
  const hours = mix.hours ?? null
  const checks = rung.staggered === null ? [] : check(moved, rung.staggered)
  const everyoneMoved = rung.staggered !== null && hasEveryoneMoved(rung.staggered, metric)
  const sampled = sampleWeights(metric, brand.details, { before, after })
  const afterValue = windowValue(facts, after, after.length * widthOf(rung), sampled)
  return {
    kind: 'estimated',
    moved,
    rung,
    checks,
    mix,
    everyoneMoved,
    windows: once(() => (rung.method === 'windows' ? null : windowsOf(moved))),
    bounds: asked && boundsOf(facts, asked, rung),
    comparison: {
      ...blank,
      grade: capped(gradeOf(rung, checks, (othersReachAgents ? 1 : 0) + (hours ? 1 : 0)), {
        fairness: metric.fairness,
        kind: metric.kind,
        isBrandUncertain: brand.uncertainShare !== null,
      }),
      method: rung.method,
      effect: shownEffect(rung.effect, metric.scale),
      before: windowValue(
        facts,
        before,
        rung.method === 'windows' ? weeks : before.length * widthOf(rung),
        sampled,
      ),
      after: afterValue,
      expected: afterValue && expectedOf(afterValue, rung, metric.scale),
      mixAdjusted: mix.kind === 'adjusted' ? shownEffect(mix.effect, metric.scale) : null,
      reasons: [
        ...methodReasons(rung, moved.bins.before.length),
        ...checkReasons(checks),
        ...(everyoneMoved ? [reasonOf('season_in_all', {})] : []),
        ...mixReasons(mix),
        ...(hours ? [reasonOf('opening_hours_changed', hours)] : []),
        ...definitionReasons(moved),
        ...remarks,
      ],
    },
  }
}

/** Weeks to a value. */
function widthOf({ staggered, method, sample }: Rung): number {
  if (staggered) return staggered.axis.width
  return method === 'windows' ? sample.weeks / Math.max(1, sample.after.length) : 1
}

/** What the window after would have shown without the move: the value that is there, less the effect. */
function expectedOf(
  { value }: WindowValue,
  { method, effect }: Rung,
  scale: 'log' | 'identity',
): Comparison['expected'] {
  if (method === 'windows' || value === null) return null
  if (scale === 'log')
    return {
      value: value / Math.exp(effect.estimate),
      low: value / Math.exp(effect.high),
      high: value / Math.exp(effect.low),
    }
  const expected = value - effect.estimate
  // A share below 0 cannot be expected: a straight line was carried too far.
  if (expected < 0 || expected > 1) return null
  return {
    value: expected,
    low: Math.max(0, value - effect.high),
    high: Math.min(1, value - effect.low),
  }
}

function methodReasons({ staggered, interrupted }: Rung, weeksBefore: number): Reason[] {
  const answer = staggered?.answer ?? interrupted?.answer
  const still = answer?.noVariation ? [reasonOf('no_variation', {})] : []
  if (staggered)
    return [
      ...(staggered.controls.length === 1 ? [reasonOf('one_control_only', { name: null })] : []),
      ...still,
    ]
  if (!interrupted)
    return [
      reasonOf('two_periods_only', {}),
      ...(weeksBefore < LEAST_FOR_TREND
        ? [reasonOf('short_series', { weeks: weeksBefore, needed: LEAST_FOR_TREND })]
        : []),
    ]
  const isLocal = interrupted.answer.model === 'local'
  return [
    isLocal
      ? reasonOf('local_trend_only', { weeks: interrupted.before.length })
      : reasonOf('own_trend_only', {}),
    ...still,
  ]
}

function checkReasons(checks: readonly Check[]): Reason[] {
  return checks.flatMap(({ reason }) => reason ?? [])
}

function mixReasons(mix: MixAnswer): Reason[] {
  if (mix.kind === 'not_possible') return [reasonOf('mix_not_adjusted', { because: mix.because })]
  if (mix.kind !== 'adjusted') return []
  return [
    ...mix.leftOut.map((dimension) => reasonOf('mix_partly_known', { dimension })),
    ...(mix.isPartial ? [reasonOf('mix_incomplete', { missing: mix.missingWeight })] : []),
  ]
}

/** Where the two sides do not measure quite the same. */
function definitionReasons({ metric, brand, around }: MovedBrand): Reason[] {
  const reasons: Reason[] = []
  const ramp = daysBetween(around.cutover, around.rampEnd)
  if (ramp >= longestRampDays) reasons.push(reasonOf('washout_longest', { days: ramp }))
  if (metric.key === 'csat') reasons.push(reasonOf('asked_at_another_moment', {}))
  if (metric.key === 'first_reply_any') reasons.push(reasonOf('includes_automatic_replies', {}))
  if (metric.key === 'out_of_hours_share') reasons.push(reasonOf('form_against_conversation', {}))
  if (metric.kind === 'count' && brand.uncertainShare !== null)
    reasons.push(reasonOf('brand_uncertain', { share: brand.uncertainShare }))
  return reasons
}

function boundsOf(answers: DailyFacts, asked: DailyFacts, { sample }: Rung): ResponseBounds | null {
  const { before, after } = sample
  return responseBounds(
    { before: sumsOf(answers, before), after: sumsOf(answers, after) },
    { before: sumsOf(asked, before), after: sumsOf(asked, after) },
  )
}

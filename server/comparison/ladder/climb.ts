import type { ComparisonMethod } from '../../contract.ts'
import type { Interval } from '../../statistics/interval.ts'
import { addDays, daysBetween } from '../../periods/day.ts'
import { estimateWindows, weeklyShift } from '../estimate-windows.ts'
import type { Sample, SampleAnswer, Shortage } from '../minimum-sample.ts'
import { chooseSample, hasEnoughEvents, unfinished } from '../minimum-sample.ts'
import { sampleWeights, weightedEffect } from '../sample-weights.ts'
import { falseDiscoveryRate } from '../verdict.ts'
import { rampWeeks } from '../windows.ts'
import type { Interrupted } from './interrupted.ts'
import { interrupted } from './interrupted.ts'
import type { MovedBrand } from './moved-brand.ts'
import type { Staggered } from './staggered.ts'
import { LONGEST_HORIZON, staggered } from './staggered.ts'

/** Of the days right after the ramp. */
const MOST_LOST = 0.1

/** The estimate of the highest rung that carries this question, with exactly the weeks it used. */
export type Rung = {
  method: ComparisonMethod
  /** On the metric's scale: a logarithm of a ratio, or a difference of shares. */
  effect: Interval
  /** How surprising the weekly values would be without a change, neighbouring weeks being alike. */
  p: number
  sample: Sample
  staggered: Staggered | null
  interrupted: Interrupted | null
}
export type Climb = { isReached: true; rung: Rung } | { isReached: false; shortage: Shortage }

/**
 * Staggered against brands that had not moved, else the brand's own line carried on, else two windows: the first for
 * which there is enough, and never by how well one fits.
 */
export function climb(moved: MovedBrand): Climb {
  // Weeks that were not recorded right after the ramp leave only later ones, and no comparison with that time.
  const rung = lacksFirstWeeks(moved) ? null : (onStaggered(moved) ?? onInterrupted(moved))
  if (rung !== null) return { isReached: true, rung }
  const answer = chooseSample(moved.facts, moved.bins, moved.metric, moved.minimumWeekly)
  if (!answer.isEnough) return { isReached: false, shortage: answer.shortage }
  const found = onWindows(moved, answer)
  return isFinite(found) ? { isReached: true, rung: found } : { isReached: false, shortage: unfinished }
}

/** The two windows beside each other, whatever rung carries the verdict; null where they hold too little. */
export function windowsOf(moved: MovedBrand): Rung | null {
  const answer = chooseSample(moved.facts, moved.bins, moved.metric, moved.minimumWeekly)
  const found = answer.isEnough ? onWindows(moved, answer) : null
  return found !== null && isFinite(found) ? found : null
}

/**
 * Whether the two windows may be as sure of another direction as an estimate is of its own. Their weekly values tell, in
 * a fraction of the time that the windows' own ranges take.
 */
export function mayWindowsDisagree(moved: MovedBrand, { effect }: Rung): boolean {
  const answer = chooseSample(moved.facts, moved.bins, moved.metric, moved.minimumWeekly)
  if (!answer.isEnough) return false
  const { estimate, p } = weeklyShift(answer.sample)
  return p < falseDiscoveryRate && Math.sign(estimate) !== Math.sign(effect.estimate)
}

function isFinite({ effect }: Rung): boolean {
  return Number.isFinite(effect.low) && Number.isFinite(effect.high)
}

/** Whether the weeks after the ramp were not recorded, or their engagements are no longer kept. */
function lacksFirstWeeks({ panel, brand, metric, around }: MovedBrand): boolean {
  const from = addDays(around.cutover, rampWeeks(around.cutover, around.rampEnd) * 7)
  const latest = addDays(from, LONGEST_HORIZON * 7)
  const to = latest < around.usable.to ? latest : around.usable.to
  if (around.unrecorded && around.unrecorded.from < to && around.unrecorded.to > from) return true
  let lost = 0
  for (const day of panel.daysNotHeld(brand, metric)) if (day >= from && day < to) lost++
  return lost > MOST_LOST * daysBetween(from, to)
}

function onStaggered(moved: MovedBrand): Rung | null {
  if (moved.panel.ownWeeksOnly) return null
  const found = staggered(moved)
  if (found === null || !isVaried(moved, found)) return null
  const { effect } = found.answer
  return {
    method: 'staggered',
    effect,
    p: effect.p,
    sample: { before: found.before, after: found.after, weeks: found.before.length * found.axis.width },
    staggered: found,
    interrupted: null,
  }
}

function onInterrupted(moved: MovedBrand): Rung | null {
  const found = interrupted(moved)
  if (found === null || !isVaried(moved, found)) return null
  const { effect } = found.answer
  return {
    method: 'interrupted',
    effect,
    p: effect.p,
    sample: { before: found.before, after: found.after, weeks: found.before.length },
    staggered: null,
    interrupted: found,
  }
}

function onWindows(
  { metric, facts, brand }: MovedBrand,
  { sample }: Extract<SampleAnswer, { isEnough: true }>,
): Rung {
  const quantile = facts.kind === 'duration' ? facts.quantile : undefined
  const weights = sampleWeights(metric, brand.details, sample)
  const weighted = weights && weightedEffect(facts, sample, weights, quantile ?? 0.5)
  return {
    method: 'windows',
    ...estimateWindows(metric.kind, sample, quantile, weighted),
    sample,
    staggered: null,
    interrupted: null,
  }
}

/** A share that is nearly 0 or nearly 1 on both sides cannot be told from chance. */
function isVaried({ metric }: MovedBrand, { before, after }: Pick<Sample, 'before' | 'after'>): boolean {
  return metric.kind !== 'rate' || hasEnoughEvents([...before, ...after])
}

import type { Ar1Contrast, Ar1Fit } from './ar1-fit.ts'
import { ar1Weights } from './ar1-weights.ts'
import { LEVEL_SHIFT, fitLevelShift, levelShiftDesign } from './gap-fit.ts'
import type { GapQuestion, GapWindow } from './gap-rows.ts'
import { windowOf } from './gap-rows.ts'
import type { WeeklyBand } from './weekly-band.ts'

export type { GapQuestion } from './gap-rows.ts'

/** How much one week of one series counts in the estimate, were it linear; `series` is a control's id. */
export type SeriesWeight = { series: 'treated' | number; week: number; weight: number }
export type GapAnswer = {
  /** Mean change against the controls over the weeks after. */
  effect: Ar1Contrast & { standardError: number }
  /** The weeks the estimate used, ascending. */
  before: number[]
  after: number[]
  /** Treated minus the mean of the controls, from the first week used to the last, the ramp included. */
  gap: { week: number; value: number; part: 'before' | 'ramp' | 'after' }[]
  /** Where the treated brand would likely have been without the move, for the same weeks as `gap`. */
  expected: WeeklyBand[]
  /** For the correlation of brands that share controls. */
  weights: SeriesWeight[]
  /** The gap hardly varies; the interval is the smallest that is accepted. */
  noVariation: boolean
}

/** Autocorrelation that the linear weights assume. */
const AUTOCORRELATION_OF_WEIGHTS = 0.3

/**
 * Staggered comparison of one brand: how far did the gap between a brand that moved and those that had not yet moved
 * shift with the move?
 *
 * The gap is the treated brand's weekly value minus the plain mean of all controls; season, holidays and trends that
 * the brands share drop out. Weeks in which any brand has no value are left out, so the set of controls never changes
 * within the window. Inference is over time, hence valid with a single control. Assumes that without the move the gap
 * would have stayed level. References: Callaway & Sant'Anna 2021, J Econometrics 225:200 (not-yet-treated controls);
 * Borusyak, Jaravel & Spiess 2024, Rev Econ Stud (mean of all weeks before as the base).
 *
 * @returns null without controls, with fewer than 8 complete weeks before, or fewer than 4 after the ramp
 */
export function gapSeries(question: GapQuestion): GapAnswer | null {
  const window = windowOf(question)
  if (window === null) return null
  const { before, after, shown } = window
  const fit = fitLevelShift(window)
  const effect = fit.contrast(LEVEL_SHIFT)
  let expected: WeeklyBand[] | null = null
  let weights: SeriesWeight[] | null = null
  // Sensitivities and mixes ask for the effect alone: lines and weights are worked out for those who look at them.
  return {
    effect: { ...effect, standardError: (effect.high - effect.low) / (2 * 1.96) },
    before: before.map(({ week }) => week),
    after: after.map(({ week }) => week),
    gap: shown.map(({ week, gap }) => ({
      week,
      value: gap,
      part: week < 0 ? 'before' : week < question.firstAfter ? 'ramp' : 'after',
    })),
    get expected() {
      expected ??= expectedLine(fit, window)
      return expected
    },
    get weights() {
      weights ??= linearWeights(
        window,
        question.controls.map(({ id }) => id),
      )
      return weights
    },
    noVariation: fit.noVariation,
  }
}

/** The controls' mean, lifted by the gap there was before. */
function expectedLine(fit: Ar1Fit, { before, shown }: GapWindow): WeeklyBand[] {
  const usualGap = before.reduce((sum, { gap }) => sum + gap, 0) / before.length
  const level = fit.contrast([1, 0], { predictive: true })
  return shown.map(({ week, controlMean }) => {
    const estimate = controlMean + usualGap
    return {
      week,
      estimate,
      low: estimate + (level.low - level.estimate),
      high: estimate + (level.high - level.estimate),
    }
  })
}

function linearWeights(window: GapWindow, ids: readonly number[]): SeriesWeight[] {
  const weeks = [...window.before, ...window.after].map(({ week }) => week)
  const weights = ar1Weights(levelShiftDesign(window), weeks, LEVEL_SHIFT, AUTOCORRELATION_OF_WEIGHTS)
  return weeks.flatMap((week, i) => [
    { series: 'treated' as const, week, weight: weights[i] },
    ...ids.map((id) => ({ series: id, week, weight: -weights[i] / ids.length })),
  ])
}

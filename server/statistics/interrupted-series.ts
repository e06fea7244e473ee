import type { Ar1Contrast } from './ar1-fit.ts'
import { LEAST_DEGREES_OF_FREEDOM, decliningPrior, fitAr1 } from './ar1-fit.ts'
import type { Interval } from './interval.ts'
import type { InterruptedWindow } from './interrupted-window.ts'
import { interruptedWindow } from './interrupted-window.ts'
import { noiseFloor } from './noise-floor.ts'
import type { WeeklyBand } from './weekly-band.ts'
import { weeklyBand } from './weekly-band.ts'

export type InterruptedQuestion = {
  /** Whole weeks since the cutover (0 is its week); any order, gaps allowed. */
  weeks: readonly number[]
  /** On the metric's scale; null is a week without a value. */
  values: readonly (number | null)[]
  /** The first week after the ramp; weeks from 0 up to it count on neither side. */
  firstAfter: number
  /** How many of the weeks before the cutover get a fitted line; 26 unless told. */
  shownBefore?: number
}
export type InterruptedAnswer = {
  /** Own trend and time of year from at least a year of weeks, or a short line through the last quarter. */
  model: 'year' | 'local'
  /** Mean change over the weeks after, against where the line was going. */
  effect: Ar1Contrast
  /** The weeks the estimate used, ascending. */
  before: number[]
  after: number[]
  /** How many times the noise floor made the interval wider; 1 where it did not. */
  widening: number
  /** By how much the series differed between comparable periods by itself; null without 40 weeks before. */
  swing: number | null
  /** Where each week after would likely have been without the move. */
  expected: WeeklyBand[]
  /** The model's line through the last weeks before the move. */
  expectedBefore: WeeklyBand[]
  /** How much steeper the series runs after the move, per 26 weeks; null where the weeks do not suffice. */
  slopeChange: Interval | null
  /** The series hardly varies; the interval is the smallest that is accepted. */
  noVariation: boolean
}

const WEEKS_OF_TREND = 26
const WEEKS_OF_YEAR = 52.18
const SHOWN_BEFORE = 26

/**
 * Interrupted time series: how far from its own line did a weekly series step when the brand moved?
 *
 * With a year of weeks before, the line is a trend and a yearly wave, and a noise floor measured on those weeks widens
 * the interval; with 10 to 51, a straight line through the last 13. Assumes that nothing else happened at the time of
 * the move. Reference: Bernal, Cummins & Gasparrini 2017, Int J Epidemiol 46:348.
 *
 * @returns null with fewer than 10 weeks before the move or fewer than 4 after the ramp
 * @example interruptedSeries({ weeks: [-13, …, 9], values, firstAfter: 2 })?.effect.estimate
 */
export function interruptedSeries(question: InterruptedQuestion): InterruptedAnswer | null {
  const { weeks, values, firstAfter, shownBefore = SHOWN_BEFORE } = question
  const known = weeks
    .flatMap((week, i) => {
      const value = values[i]
      return value === null ? [] : [{ week, value }]
    })
    .sort((first, second) => first.week - second.week)
  const window = interruptedWindow(known, firstAfter)
  if (window === null) return null
  const { model, before, after } = window
  const all = [...before, ...after]
  const fit = fitAr1({
    design: [
      ...before.map(({ week }) => designRow(model, week, 0)),
      ...after.map(({ week }) => designRow(model, week, 1)),
    ],
    response: all.map(({ value }) => value),
    weeks: all.map(({ week }) => week),
    prior: decliningPrior,
  })
  const floor = noiseFloor(
    before.map(({ week }) => withoutMove(model, week)),
    before.map(({ value }) => value),
    before.map(({ week }) => week),
    after.length,
  )
  const widening = floor?.kappa ?? 1
  const lineAt = (week: number) => weeklyBand(fit, week, designRow(model, week, 0))
  // Sensitivities and mixes ask for the effect alone: lines are worked out for those who look at them.
  const expected = worked(() => after.map(({ week }) => lineAt(week)))
  const expectedBefore = worked(() =>
    before.filter(({ week }) => week >= -shownBefore).map(({ week }) => lineAt(week)),
  )
  const slope = worked(() => slopeChange(window))
  return {
    model,
    effect: fit.contrast(
      designRow(model, 0, 0).map((_, column) => (column === 1 ? 1 : 0)),
      { widen: widening },
    ),
    before: before.map(({ week }) => week),
    after: after.map(({ week }) => week),
    widening,
    swing: floor?.swing ?? null,
    get expected() {
      return expected()
    },
    get expectedBefore() {
      return expectedBefore()
    },
    get slopeChange() {
      return slope()
    },
    noVariation: fit.noVariation,
  }
}

/** Works something out when it is first asked for, and keeps it. */
function worked<Value>(find: () => Value): () => Value {
  let found: { value: Value } | null = null
  return () => (found ??= { value: find() }).value
}

/** Centred on the weeks after, so that the step keeps its meaning. */
function slopeChange({ model, before, after }: InterruptedWindow): Interval | null {
  const centre = after.reduce((sum, { week }) => sum + week, 0) / after.length
  const design = [
    ...before.map(({ week }) => [...designRow(model, week, 0), 0]),
    ...after.map(({ week }) => [...designRow(model, week, 1), (week - centre) / WEEKS_OF_TREND]),
  ]
  if (design.length - design[0].length < LEAST_DEGREES_OF_FREEDOM) return null
  const all = [...before, ...after]
  const fit = fitAr1({
    design,
    response: all.map(({ value }) => value),
    weeks: all.map(({ week }) => week),
    prior: decliningPrior,
  })
  const { estimate, low, high } = fit.contrast(
    design[0].map((_, column) => (column === design[0].length - 1 ? 1 : 0)),
  )
  return { estimate, low, high }
}

function designRow(model: InterruptedAnswer['model'], week: number, isAfter: 0 | 1): number[] {
  const [one, ...line] = withoutMove(model, week)
  return [one, isAfter, ...line]
}

function withoutMove(model: InterruptedAnswer['model'], week: number): number[] {
  if (model === 'local') return [1, week / WEEKS_OF_TREND]
  const angle = (2 * Math.PI * week) / WEEKS_OF_YEAR
  return [1, week / WEEKS_OF_TREND, Math.sin(angle), Math.cos(angle)]
}
